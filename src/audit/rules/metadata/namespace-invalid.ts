import { isKnownClusterWide, OBJECT_META_VALIDATION, OBJECT_NAMES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { DNS_LABEL, hasFormat, isStoredKind } from '../../../facts';
import { apiGroup, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** There can be no namespace of another name. */
export const namespaceInvalid: Rule<Manifest> = {
  id: 'namespace-invalid',
  title: 'The namespace of an object can exist',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The name of a namespace is a DNS label. There is none of another name, so that an object in it is refused, unless ' +
    'objects of its kind are in no namespace.',
  remediation: 'Use the name of a namespace.',
  references: [OBJECT_NAMES, OBJECT_META_VALIDATION],
  mentions: ['namespace'],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest) => {
    const namespace: unknown = manifest.metadata?.namespace;
    if (typeof namespace !== 'string' || namespace === '' || !isStoredKind(apiGroup(manifest), manifest.kind)) {
      return NOT_APPLICABLE;
    }
    const message = `there is no such namespace, because its name is not ${DNS_LABEL.words}`;
    return hasFormat(namespace, DNS_LABEL) || isKnownClusterWide(manifest)
      ? []
      : [{ manifest, path: 'metadata.namespace', value: namespace, message, remedy: 'Use the name of a namespace.' }];
  },
};
