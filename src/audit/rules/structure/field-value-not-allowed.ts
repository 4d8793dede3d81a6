import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldValueNotAllowed = structureRule({
  id: 'field-value-not-allowed',
  title: 'Every field with a closed set of values has one of them',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'The API server rejects an object in which an enumerated field has another value.',
  remediation: 'Use one of the allowed values.',
});
