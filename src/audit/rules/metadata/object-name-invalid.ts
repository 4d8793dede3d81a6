import { OBJECT_META_VALIDATION, OBJECT_NAMES } from '../../../admission';
import type { ClusterProfile } from '../../../cluster';
import { DNS_LABEL, type Format, hasFormat, isStoredKind, objectNameFormat } from '../../../facts';
import { apiGroup, isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Five characters that the API server puts behind a prefix, after it has cut it to 58 characters. */
const SUFFIX = 'x4f7q';
const LONGEST_PREFIX = 58;

/** Names end up in URLs and in DNS. */
export const objectNameInvalid: Rule<Manifest> = {
  id: 'object-name-invalid',
  title: 'The name of an object has the format of its kind',
  severity: Severity.ERROR,
  category: 'admission',
  rationale:
    'The API server refuses other names. Most kinds have names of DNS subdomains; Namespaces and Services are stricter, roles take almost ' +
    'anything. From Kubernetes 1.36 on the name of a Service may begin with a digit.',
  remediation: 'Use lower-case letters, digits and dashes.',
  references: [OBJECT_NAMES, OBJECT_META_VALIDATION, 'https://github.com/kubernetes/enhancements/issues/5311'],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest, { cluster }) => {
    const { name, generateName } = isObject(manifest.metadata) ? manifest.metadata : {};
    const [field, given] = isText(name) ? ['name', name] : ['generateName', generateName];
    if (!isText(given) || !isStoredKind(apiGroup(manifest), manifest.kind)) {
      return NOT_APPLICABLE;
    }
    const format = formatOf(manifest, cluster);
    if (hasFormat(field === 'name' ? given : given.slice(0, LONGEST_PREFIX) + SUFFIX, format)) {
      return [];
    }
    const what = field === 'name' ? 'the name' : 'what it makes of this';
    const message = `the API server refuses the object, because ${what} is not ${format.words}`;
    return [{ manifest, path: `metadata.${field}`, value: given, message, remedy: 'Choose another name.' }];
  },
};

/** KubeVirt 1.9 is for Kubernetes 1.34 to 1.36. */
function formatOf(manifest: Manifest, cluster: ClusterProfile): Format {
  const isRelaxed = manifest.kind === 'Service' && cluster.atLeast('1.9');
  const format = objectNameFormat(apiGroup(manifest), manifest.kind);
  return isRelaxed && apiGroup(manifest) === '' ? DNS_LABEL : format;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
