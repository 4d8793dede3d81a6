import { type CheckedSource, check, stateful } from './admission-check';

const STORAGE_ADMITTERS = 'pkg/storage/admitters';
const EARLIER = 'the object as it was before';
const REFERENCE = 'snapshot-reference-invalid';

/** What is refused of snapshots, restores, clones, exports and backups. */
export const PROTECTION: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/vmsnapshot.go`,
    checks: [
      check('Admit', 'a snapshot of an object without a group, or of another group', REFERENCE),
      check('Admit', 'a snapshot of another kind than a VM', REFERENCE),
      check('Admit', 'a deadline that is no duration: it cannot be decoded', 'snapshot-duration-invalid'),
      stateful('Admit', 'another spec than before', EARLIER),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/vmrestore.go`,
    checks: [
      check('Admit', 'a restore to an object without a group, or of another group', REFERENCE),
      check('Admit', 'a restore to another kind than a VM', REFERENCE),
      check('validatePatches', 'a patch that is no pair of a key and a value', 'restore-patch-invalid'),
      check('validatePatches', 'a patch outside the spec', 'restore-patch-invalid'),
      check('validateVolumeOverrides', 'an override without the name of a volume', 'restore-override-incomplete', { since: '1.6' }),
      check('validateVolumeOverrides', 'an override that changes nothing', 'restore-override-incomplete', { since: '1.6' }),
      check('validateVolumeRestorePolicy', 'a policy for volumes that does not exist', 'restore-policy-unknown', { since: '1.6' }),
      check('validateVolumeOwnershipPolicy', 'an owner of volumes that does not exist', 'restore-policy-unknown', { since: '1.7' }),
      {
        function: 'validateTargetVM',
        refuses: 'a restore to another VM of one with a TPM or EFI that is kept',
        rules: ['restore-moves-persistent-state'],
        state: 'the snapshot, where it is not given',
      },
      stateful('validateTargetVM', 'a restore from a snapshot that has no content', 'the status of the snapshot'),
      {
        function: 'Admit',
        refuses: 'a restore to a VM that is being restored',
        rules: ['restore-target-shared'],
        state: 'the other restores, where they are not given',
      },
      stateful('Admit', 'another spec than before', EARLIER),
    ],
  },
  {
    component: 'KubeVirt',
    file: 'pkg/virt-api/webhooks/validating-webhook/admitters/vmclone-admitter.go',
    checks: [
      check('validateFilters', 'a filter that negates elsewhere than at its beginning', 'clone-filter-invalid'),
      check('validateFilters', 'a filter with a wildcard elsewhere than at its end', 'clone-filter-invalid'),
      check('validateFilters', 'an empty filter, at which the webhook breaks off', 'clone-filter-invalid'),
      check('validateNewMacAddresses', 'a MAC address that cannot be read', 'clone-mac-address-invalid'),
      check('validatePatches', 'a patch that is no JSON', 'clone-patch-invalid', { since: '1.6' }),
      check('validateSourceAndTargetKind', 'a source that is neither a VM nor a snapshot', REFERENCE),
      check('validateSourceAndTargetKind', 'a target that is no VM', REFERENCE),
      check('validateSource', 'a source without a group', REFERENCE),
      check('validateSource', 'a source without a name', REFERENCE),
      check('validateTarget', 'a target that is the source', 'clone-target-is-source'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/vmexport.go`,
    checks: [
      check('Admit', 'an export of another kind than a claim, a VM, a snapshot, a backup or a template', REFERENCE),
      check('validatePVCApiGroup', 'an export of a claim with a group', REFERENCE),
      check('validatePVCName', 'an export of a claim without a name', REFERENCE),
      check('validateVMApiGroup', 'an export of a VM of another group', REFERENCE),
      check('validateVMName', 'an export of a VM without a name', REFERENCE),
      check('validateVMSnapshotApiGroup', 'an export of a snapshot of another group', REFERENCE),
      check('validateVMSnapshotName', 'an export of a snapshot without a name', REFERENCE),
      check('validateVMBackupApiGroup', 'an export of a backup of another group', REFERENCE, { since: '1.8' }),
      check('validateVMBackupName', 'an export of a backup without a name', REFERENCE, { since: '1.8' }),
      check('validateVMTemplateApiGroup', 'an export of a template of another group', REFERENCE, { since: '1.9' }),
      check('validateVMTemplateName', 'an export of a template without a name', REFERENCE, { since: '1.9' }),
      check('Admit', 'a lifetime that is no duration: it cannot be decoded', 'snapshot-duration-invalid'),
      stateful('Admit', 'another spec than before', EARLIER),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/backup.go`,
    checks: [stateful('validateSingleBackup', 'a second backup of a VM that is being backed up', 'the other backups', { since: '1.8' })],
  },
];
