import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldTypeWrong = structureRule({
  id: 'field-type-wrong',
  title: 'Every field has the type that the schema asks for',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'The API server rejects an object in which a field has another type.',
  remediation: 'Write a value of the right type.',
});
