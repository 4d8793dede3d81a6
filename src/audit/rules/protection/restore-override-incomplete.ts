import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type Manifest, objectsOf, restores, specOf } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const restoreOverrideIncomplete: Rule<Manifest> = {
  id: 'restore-override-incomplete',
  title: 'A volume override of a restore names a volume and says what is different',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses an override without the name of a volume, and one that changes nothing.',
  remediation: 'Set volumeName and at least one of restoreName, labels and annotations.',
  references: [ProtectionSource.RESTORE_ADMITTER],
  subjects: restores,
  evaluate: (restore) => {
    const overrides = objectsOf(specOf(restore).volumeRestoreOverrides);
    if (overrides.length === 0) {
      return NOT_APPLICABLE;
    }
    return overrides.flatMap((override, index) => {
      const message = faultOf(override);
      const path = `spec.volumeRestoreOverrides[${index}]`;
      const remedy = 'Set volumeName and at least one of restoreName, labels and annotations.';
      return message === undefined ? [] : [{ manifest: restore, path, value: override, message, remedy }];
    });
  },
};

function faultOf({ volumeName, restoreName, labels, annotations }: Record<string, any>): string | undefined {
  if (!volumeName) {
    return 'KubeVirt refuses an override that names no volume';
  }
  const changesNothing = !restoreName && labels === undefined && annotations === undefined;
  return changesNothing ? 'KubeVirt refuses an override that changes nothing' : undefined;
}
