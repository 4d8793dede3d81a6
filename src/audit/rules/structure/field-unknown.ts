import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldUnknown = structureRule({
  id: 'field-unknown',
  title: 'Every field is one that the schema knows',
  severity: Severity.WARNING,
  rationale:
    'The API server drops fields that it does not know, or rejects the object when fields are validated strictly, as kubectl does by default. A misspelt or misplaced field protects nothing.',
  remediation: 'Correct the name or the place of the field.',
});
