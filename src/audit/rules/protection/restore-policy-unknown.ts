import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type Manifest, restores, specOf } from '../../../graph';
import { nearestValue } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const POLICIES: Record<string, readonly string[]> = {
  volumeRestorePolicy: ['InPlace', 'RandomizeNames', 'PrefixTargetName'],
  volumeOwnershipPolicy: ['Vm', 'None'],
};

/** The release that a policy came in, where not all have it. */
const SINCE: Readonly<Record<string, string>> = { PrefixTargetName: '1.8' };

export const restorePolicyUnknown: Rule<Manifest> = {
  id: 'restore-policy-unknown',
  title: 'The volume policies of a restore are ones that KubeVirt knows',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a restore with a policy that it does not know; the structure of the object has no list of them.',
  remediation: 'Use InPlace, RandomizeNames or, since 1.8, PrefixTargetName, and Vm or None.',
  references: [ProtectionSource.RESTORE_ADMITTER],
  subjects: restores,
  evaluate: (restore, { cluster }) => {
    const given = Object.entries(POLICIES).filter(([field]) => typeof specOf(restore)[field] === 'string');
    if (given.length === 0) {
      return NOT_APPLICABLE;
    }
    return given.flatMap(([field, policies]) => {
      const known = policies.filter((policy) => SINCE[policy] === undefined || cluster.atLeast(SINCE[policy]));
      const value = specOf(restore)[field];
      const message = 'KubeVirt does not know this policy and refuses the restore';
      const fix = nearestValue(`spec.${field}`, value, known);
      return known.includes(value)
        ? []
        : [{ manifest: restore, path: `spec.${field}`, value, message, remedy: `Use ${known.join(' or ')}.`, fix }];
    });
  },
};
