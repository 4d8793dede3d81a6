import { type CheckedSource, check } from './admission-check';

const ADMITTERS = 'pkg/virt-api/webhooks/validating-webhook/admitters';
const FACTORS = 'migration-policy-factor-invalid';
const EARLIER = 'the migration as it was before';
const INSTANCE = 'the instance';

/** What is refused of migrations and their policies. */
export const MIGRATIONS: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/migration-create-admitter.go`,
    checks: [
      check('ValidateVirtualMachineInstanceMigrationSpec', 'a migration of no instance', 'migration-without-instance'),
      check('Admit', 'a priority from anybody but the controller', 'migration-priority-reserved', { since: '1.7' }),
      check('ensureNoMigrationConflict', 'an instance whose name is no value of a label', 'migration-instance-name-invalid'),
      check('Admit', 'IDs of the two ends that differ', 'migration-ids-differ', { since: '1.6' }),
      {
        ...check('isMigratable', 'an instance that cannot be moved', 'migration-of-blocked-vm'),
        state: `${INSTANCE}, where it is not given`,
      },
      { function: 'Admit', refuses: 'an instance that does not exist or has ended', state: INSTANCE },
      { function: 'ensureNoMigrationConflict', refuses: 'an instance that is being moved', state: 'the other migrations' },
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/migration-update-admitter.go`,
    checks: [
      { function: 'Admit', refuses: 'another spec than before', state: EARLIER },
      { function: 'ensureSelectorLabelSafe', refuses: 'another label of a migration that is under way', state: EARLIER },
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/migrationpolicy-admitter.go`,
    checks: [
      check('Admit', 'a negative bandwidth', 'migration-policy-value-negative'),
      check('Admit', 'a negative completion timeout', 'migration-policy-value-negative'),
      check('validateStallDetectorFactor', 'a factor that is no number with up to three decimal places', FACTORS, { since: '1.9' }),
      check('validateStallDetectorFactor', 'a factor out of its bounds', FACTORS, { since: '1.9' }),
    ],
  },
];
