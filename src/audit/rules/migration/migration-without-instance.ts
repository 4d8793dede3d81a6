import { MIGRATION_ADMITTER, migrations } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { Manifest } from '../../../graph';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

export const migrationWithoutInstance: Rule<Manifest> = {
  id: 'migration-without-instance',
  title: 'A migration names the instance that it moves',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VirtualMachineInstanceMigration without vmiName.',
  remediation: 'Set vmiName to the name of the VM.',
  references: [MIGRATION_ADMITTER],
  subjects: migrations,
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const value = manifest.spec?.vmiName;
  const message = 'KubeVirt refuses a migration of no instance';
  return value === undefined || value === ''
    ? [{ manifest, path: 'spec.vmiName', value, message, remedy: 'Set it to the name of the VM.' }]
    : [];
}
