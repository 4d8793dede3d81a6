import { LABEL_SYNTAX, OBJECT_META_VALIDATION, refusalOf, stageOf } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { entryPath, hasFormat, LABEL_KEY, LABEL_VALUE } from '../../../facts';
import { isObject, type MetadataView, metadataViews } from '../../../graph';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** Labels are names, not texts. */
export const labelInvalid: Rule<MetadataView> = {
  id: 'label-invalid',
  title: 'Labels have keys and values that Kubernetes takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The API server refuses an object whose labels are not names. It does not look into templates: there it refuses what a controller ' +
    'makes from them, so that the VM, the DataVolume or the pod never comes to be.',
  remediation: 'Use letters, digits, dashes, underscores and dots; put texts into annotations.',
  references: [LABEL_SYNTAX, OBJECT_META_VALIDATION],
  mentions: ['labels'],
  subjects: metadataViews,
  evaluate: (view) => {
    const { labels } = view.metadata;
    if (!isObject(labels)) {
      return NOT_APPLICABLE;
    }
    const violations: Violation[] = [];
    for (const key of Object.keys(labels)) {
      violations.push(...faultsOf(view, key, labels[key]));
    }
    return violations;
  },
};

function faultsOf(view: MetadataView, key: string, value: unknown): Violation[] {
  const keyFits = hasFormat(key, LABEL_KEY);
  if (keyFits && (typeof value !== 'string' || hasFormat(value, LABEL_VALUE))) {
    return [];
  }
  const path = entryPath(`${view.path}.labels`, key);
  const message = keyFits ? `the value of a label is ${LABEL_VALUE.words}` : `the key of a label is ${LABEL_KEY.words}`;
  const remedy = keyFits ? 'Use another value, or an annotation.' : 'Use another key.';
  return [{ manifest: view.manifest, stage: stageOf(view), path, value, message: `${message}, so ${refusalOf(view)}`, remedy }];
}
