const KUBEVIRT = 'https://github.com/kubevirt/kubevirt/blob/v1.8.4';

/** Where KubeVirt states what the rules on snapshots, restores and clones check. */
export const ProtectionSource = {
  SNAPSHOT_ADMITTER: `${KUBEVIRT}/pkg/storage/admitters/vmsnapshot.go`,
  RESTORE_ADMITTER: `${KUBEVIRT}/pkg/storage/admitters/vmrestore.go`,
  CLONE_ADMITTER: `${KUBEVIRT}/pkg/virt-api/webhooks/validating-webhook/admitters/vmclone-admitter.go`,
  RESTORE_CONTROLLER: `${KUBEVIRT}/pkg/storage/snapshot/restore.go`,
  USER_GUIDE: 'https://kubevirt.io/user-guide/storage/snapshot_restore_api/',
} as const;
