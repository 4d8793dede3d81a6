import { REMEDIATORS, type Remediator } from '../facts';

/** What is wrong with a reference to a remediation template. */
export interface TemplateFault {
  readonly field: 'apiVersion' | 'kind';
  readonly message: string;
  readonly remedy: string;
  /** What to write instead; undefined: nobody knows. */
  readonly wanted?: string;
}

/**
 * Why there can be no template of this API version and kind; undefined: there is one, or nobody here knows the remediator.
 *
 * A kind that does not end with `Template` is another fault.
 */
export function templateFault({ apiVersion, kind }: Readonly<Record<string, any>>): TemplateFault | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || !kind.endsWith('Template')) {
    return undefined;
  }
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const home = REMEDIATORS.find((remediator) => remediator.kind === kind);
  if (home !== undefined && home.group !== group) {
    return { field: 'apiVersion', message: `a ${kind} is in the group ${home.group}`, ...useApiVersion(home) };
  }
  const remediator = REMEDIATORS.find((candidate) => candidate.group === group);
  if (remediator === undefined || remediator.isShared) {
    return undefined;
  }
  if (home === undefined) {
    return unknownKind(remediator);
  }
  const message = `the group serves ${remediator.version} only`;
  return version === remediator.version ? undefined : { field: 'apiVersion', message, ...useApiVersion(remediator) };
}

function unknownKind({ group, kind }: Remediator): TemplateFault {
  const remedy = kind === undefined ? 'Refer to the template of a remediator, e.g. a SelfNodeRemediationTemplate.' : `Use ${kind}.`;
  return { field: 'kind', message: `${group} has no templates of this kind`, remedy, wanted: kind };
}

function useApiVersion({ group, version }: Remediator) {
  const wanted = `${group}/${version}`;
  return { remedy: `Use ${wanted}.`, wanted };
}
