import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldRequired = structureRule({
  id: 'field-required',
  title: 'Every field that the schema requires is set',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'The API server rejects an object that lacks a required field.',
  remediation: 'Set the field.',
});
