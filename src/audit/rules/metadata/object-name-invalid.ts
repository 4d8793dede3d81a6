import { mayHaveRelaxedServiceNames, OBJECT_META_VALIDATION, OBJECT_NAMES, refusalOf, stageOf } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { ClusterProfile } from '../../../cluster';
import { DNS_LABEL, DNS_SUBDOMAIN, type Format, hasFormat, isStoredKind, objectNameFormat } from '../../../facts';
import { apiGroup, type Manifest, type MetadataView, metadataViews } from '../../../graph';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** Five characters that the API server puts behind a prefix, after it has cut it to 58 characters. */
const SUFFIX = 'x4f7q';
const LONGEST_PREFIX = 58;

/** Names end up in URLs and in DNS. */
export const objectNameInvalid: Rule<MetadataView> = {
  id: 'object-name-invalid',
  title: 'The name of an object has the format of its kind',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The API server refuses other names. Most kinds have names of DNS subdomains; Namespaces and Services are stricter, roles take almost ' +
    'anything. From Kubernetes 1.36 on the name of a Service may begin with a digit.',
  remediation: 'Use lower-case letters, digits and dashes.',
  references: [OBJECT_NAMES, OBJECT_META_VALIDATION, 'https://github.com/kubernetes/enhancements/issues/5311'],
  subjects: metadataViews,
  evaluate: (view, { cluster }) => {
    const { name, generateName } = view.metadata;
    const format = isText(name) || isText(generateName) ? formatOf(view, cluster) : undefined;
    if (format === undefined) {
      return NOT_APPLICABLE;
    }
    return [
      ...(isText(name) && !hasFormat(name, format) ? [violation(view, 'name', 'the name', format)] : []),
      ...(isText(generateName) ? prefixFaults(view, generateName, isText(name), format) : []),
    ];
  },
};

/** A prefix is looked at beside a name too, as if it had no dash at its end; what is made of it only where there is no name. */
function prefixFaults(view: MetadataView, prefix: string, isNamed: boolean, format: Format): Violation[] {
  if (!hasFormat(prefix.replace(/.-$/, 'a'), format)) {
    return [violation(view, 'generateName', 'this', format)];
  }
  const made = prefix.slice(0, LONGEST_PREFIX) + SUFFIX;
  return isNamed || hasFormat(made, format) ? [] : [violation(view, 'generateName', 'what it makes of this', format)];
}

function violation(view: MetadataView, field: 'name' | 'generateName', what: string, format: Format): Violation {
  const message = `${refusalOf(view)}, because ${what} is not ${format.words}`;
  const value: unknown = view.metadata[field];
  return { manifest: view.manifest, stage: stageOf(view), path: `${view.path}.${field}`, value, message, remedy: 'Choose another name.' };
}

/** The format of the names of what has this metadata; undefined: no name is kept, or not this one. */
function formatOf({ manifest, makes }: MetadataView, cluster: ClusterProfile): Format | undefined {
  if (makes !== undefined) {
    return makes === 'DataVolume' ? DNS_SUBDOMAIN : undefined;
  }
  return isStoredKind(apiGroup(manifest), manifest.kind) ? formatOfKind(manifest, cluster) : undefined;
}

/** What any release takes that the cluster may have. */
function formatOfKind(manifest: Manifest, cluster: ClusterProfile): Format {
  const isRelaxed = manifest.kind === 'Service' && mayHaveRelaxedServiceNames(cluster);
  const format = objectNameFormat(apiGroup(manifest), manifest.kind);
  return isRelaxed && apiGroup(manifest) === '' ? DNS_LABEL : format;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
