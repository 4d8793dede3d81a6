import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const listEntryRepeated = structureRule({
  id: 'list-entry-repeated',
  title: 'No two entries of a keyed list have the same key, and none is in a set twice',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'The API server rejects a list in which two entries share the key that tells them apart, and a set with two equal entries.',
  remediation: 'Remove one of the two entries.',
});
