import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldPatternMismatch = structureRule({
  id: 'field-pattern-mismatch',
  title: 'Every string matches the pattern that the schema gives for it, and every time and duration is one',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'The API server rejects an object in which a string does not match its pattern, or is no time or duration where one belongs.',
  remediation: 'Write a value of the form that the pattern describes.',
});
