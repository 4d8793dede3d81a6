import { PodSecuritySource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { entryPath, POD_SECURITY_LEVELS, POD_SECURITY_MODES, POD_SECURITY_VERSION, podSecurityLabel } from '../../../../facts';
import { isObject, type Manifest } from '../../../../graph';
import { nearestValue, safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const podSecurityLabelInvalid: Rule<Manifest> = {
  id: 'pod-security-label-invalid',
  title: 'A Namespace names Pod Security levels that there are',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server refuses to create a Namespace with a Pod Security level or version that it does not know, or to give it one.',
  remediation: 'Use privileged, baseline or restricted, and a version such as v1.34 or latest.',
  references: [PodSecuritySource.LABELS, PodSecuritySource.STANDARDS],
  mentions: POD_SECURITY_MODES.flatMap((mode) => [podSecurityLabel(mode), versionLabel(mode)]),
  subjects: (graph) => graph.ofKind('', 'Namespace'),
  evaluate: (manifest) => {
    const labels = manifest.metadata?.labels;
    return isObject(labels) ? POD_SECURITY_MODES.flatMap((mode) => faultsOf(manifest, labels, mode)) : NOT_APPLICABLE;
  },
};

function faultsOf(manifest: Manifest, labels: Record<string, unknown>, mode: (typeof POD_SECURITY_MODES)[number]): Violation[] {
  const { [podSecurityLabel(mode)]: level, [versionLabel(mode)]: version } = labels;
  const at = (label: string, value: unknown) => ({ manifest, path: entryPath('metadata.labels', label), value });
  const faults: Violation[] = [];
  if (typeof level === 'string' && !POD_SECURITY_LEVELS.includes(level)) {
    const message = 'there is no such Pod Security level, and the API server refuses the Namespace';
    const found = at(podSecurityLabel(mode), level);
    const fix = nearestValue(found.path, level, POD_SECURITY_LEVELS);
    faults.push({ ...found, message, remedy: `Use one of ${POD_SECURITY_LEVELS.join(', ')}.`, fix });
  }
  if (typeof version === 'string' && !POD_SECURITY_VERSION.test(version)) {
    const message = 'this is no release of Kubernetes, and the API server refuses the Namespace';
    const found = at(versionLabel(mode), version);
    const fix = POD_SECURITY_VERSION.test(`v${version}`) ? safeSetting(found.path, `v${version}`) : undefined;
    faults.push({ ...found, message, remedy: 'Write it like v1.34, or use latest.', fix });
  }
  return faults;
}

function versionLabel(mode: (typeof POD_SECURITY_MODES)[number]): string {
  return `${podSecurityLabel(mode)}-version`;
}
