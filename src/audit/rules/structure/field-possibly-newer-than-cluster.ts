import { Severity } from '../../severity';
import { structureRule } from '../../structure-rule';

export const fieldPossiblyNewerThanCluster = structureRule({
  id: 'field-possibly-newer-than-cluster',
  title: 'Every field is known to exist in the release of the cluster',
  severity: Severity.WARNING,
  rationale:
    'The field is in a newer release and not in an older one than that of the cluster. If the cluster does not have it, it is dropped without a word.',
  remediation: 'Look the field up on the cluster with kubectl explain.',
});
