import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type Manifest, restores, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const POLICIES: Record<string, readonly string[]> = {
  volumeRestorePolicy: ['InPlace', 'RandomizeNames'],
  volumeOwnershipPolicy: ['Vm', 'None'],
};

export const restorePolicyUnknown: Rule<Manifest> = {
  id: 'restore-policy-unknown',
  title: 'The volume policies of a restore are ones that KubeVirt knows',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a restore with a policy that it does not know; the structure of the object has no list of them.',
  remediation: 'Use InPlace or RandomizeNames, and Vm or None.',
  references: [ProtectionSource.RESTORE_ADMITTER],
  subjects: restores,
  evaluate: (restore) => {
    const given = Object.entries(POLICIES).filter(([field]) => typeof specOf(restore)[field] === 'string');
    if (given.length === 0) {
      return NOT_APPLICABLE;
    }
    return given.flatMap(([field, known]) => {
      const value = specOf(restore)[field];
      const message = 'KubeVirt does not know this policy and refuses the restore';
      return known.includes(value)
        ? []
        : [{ manifest: restore, path: `spec.${field}`, value, message, remedy: `Use ${known.join(' or ')}.` }];
    });
  },
};
