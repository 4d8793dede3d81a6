import { OBJECT_META_VALIDATION, refusalOf, stageOf } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { ANNOTATION_KEY, entryPath, hasFormat } from '../../../facts';
import { isObject, type MetadataView, metadataViews } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The value of an annotation is any text, its key is not. */
export const annotationKeyInvalid: Rule<MetadataView> = {
  id: 'annotation-key-invalid',
  title: 'Annotations have keys that Kubernetes takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server refuses an object whose annotations have keys of another form than those of labels.',
  remediation: 'Use a domain, a slash and a name, or a name only.',
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set',
    OBJECT_META_VALIDATION,
  ],
  mentions: ['annotations'],
  subjects: metadataViews,
  evaluate: (view) => {
    const { annotations } = view.metadata;
    if (!isObject(annotations)) {
      return NOT_APPLICABLE;
    }
    return Object.keys(annotations)
      .filter((key) => !hasFormat(key, ANNOTATION_KEY))
      .map((key) => ({
        manifest: view.manifest,
        stage: stageOf(view),
        path: entryPath(`${view.path}.annotations`, key),
        value: annotations[key],
        message: `the key of an annotation is ${ANNOTATION_KEY.words}, so ${refusalOf(view)}`,
        remedy: 'Use another key.',
      }));
  },
};
