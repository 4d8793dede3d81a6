import { OBJECT_META_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { hasFormat, isStoredKind, LABEL_KEY } from '../../../facts';
import { apiGroup, isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** What becomes of the objects that an object owns: one of the two. */
const OPPOSITES = ['orphan', 'foregroundDeletion'];

/** Finalizers are set by controllers; an exported object has them. */
export const finalizerInvalid: Rule<Manifest> = {
  id: 'finalizer-invalid',
  title: 'Finalizers are names that Kubernetes takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server refuses an object with a finalizer that is no name, and one that orphans what it owns and deletes it too.',
  remediation: 'Leave finalizers to the controllers that set them.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/', OBJECT_META_VALIDATION],
  mentions: ['finalizers'],
  subjects: (graph) => graph.manifests,
  evaluate: (manifest) => {
    const finalizers: unknown = isObject(manifest.metadata) ? manifest.metadata.finalizers : undefined;
    if (!Array.isArray(finalizers) || !isStoredKind(apiGroup(manifest), manifest.kind)) {
      return NOT_APPLICABLE;
    }
    const invalid = finalizers.flatMap((value: unknown, index) => {
      const message = `the API server refuses a finalizer that is not ${LABEL_KEY.words}`;
      const remedy = 'Leave finalizers to the controllers that set them.';
      return typeof value === 'string' && !hasFormat(value, LABEL_KEY)
        ? [{ manifest, path: `metadata.finalizers[${index}]`, value, message, remedy }]
        : [];
    });
    const message = `the API server refuses ${OPPOSITES.join(' and ')} in one object`;
    const violation = { manifest, path: 'metadata.finalizers', value: finalizers, message, remedy: 'Keep one of the two.' };
    return OPPOSITES.every((opposite) => finalizers.includes(opposite)) ? [...invalid, violation] : invalid;
  },
};
