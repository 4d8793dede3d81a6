import { Stage } from '../../../admission/stage';
import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldNewerThanCluster = structureRule({
  id: 'field-newer-than-cluster',
  title: 'Every field exists in the release of the cluster',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  rationale:
    'The API server drops fields that its release does not have. The object is accepted, and the protection that the field asks for is missing.',
  remediation: 'Remove the field or update the cluster.',
});
