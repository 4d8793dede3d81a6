import { OBJECT_META_VALIDATION, refusalOf } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type MetadataView, metadataViews } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const LARGEST_KIBIBYTES = 256;

/** Annotations are no place for files. */
export const annotationsTooLarge: Rule<MetadataView> = {
  id: 'annotations-too-large',
  title: 'The annotations of an object have at most 256 KiB together',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server counts the bytes of all keys and values, and refuses an object with more than 256 KiB of them.',
  remediation: 'Put large texts into a ConfigMap or Secret.',
  references: [OBJECT_META_VALIDATION],
  mentions: ['annotations'],
  subjects: metadataViews,
  evaluate: (view) => {
    const { annotations } = view.metadata;
    if (!isObject(annotations)) {
      return NOT_APPLICABLE;
    }
    const bytes = Object.entries(annotations).reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0);
    if (bytes <= LARGEST_KIBIBYTES * 1024) {
      return [];
    }
    const message = `they have ${Math.ceil(bytes / 1024)} KiB together, more than ${LARGEST_KIBIBYTES}, so ${refusalOf(view)}`;
    const remedy = 'Put large texts into a ConfigMap or Secret.';
    return [{ manifest: view.manifest, path: `${view.path}.annotations`, value: annotations, message, remedy }];
  },
};

/** Wrong types are the structure rule’s business. */
function bytesOf(text: unknown): number {
  return typeof text === 'string' ? Buffer.byteLength(text) : 0;
}
