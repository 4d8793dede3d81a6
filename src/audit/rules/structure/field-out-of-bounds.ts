import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldOutOfBounds = structureRule({
  id: 'field-out-of-bounds',
  title: 'Every number, string and list is within the bounds of the schema',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'The API server rejects an object in which a value is out of bounds.',
  remediation: 'Stay within the bounds.',
});
