import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const apiVersionNotServed = structureRule({
  id: 'api-version-not-served',
  title: 'The API version of an object is one that the cluster serves',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  rationale: 'An object of a version that no API server serves cannot be applied at all: kubectl answers "no matches for kind".',
  remediation: 'Use a version that the release serves.',
});
