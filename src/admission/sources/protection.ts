import { KUBEVIRT_TREE } from '../kubevirt-source';

/** Where KubeVirt states what the rules on snapshots, restores and clones check. */
export const ProtectionSource = {
  SNAPSHOT_ADMITTER: `${KUBEVIRT_TREE}/pkg/storage/admitters/vmsnapshot.go`,
  RESTORE_ADMITTER: `${KUBEVIRT_TREE}/pkg/storage/admitters/vmrestore.go`,
  CLONE_ADMITTER: `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/vmclone-admitter.go`,
  EXPORT_ADMITTER: `${KUBEVIRT_TREE}/pkg/storage/admitters/vmexport.go`,
  RESTORE_CONTROLLER: `${KUBEVIRT_TREE}/pkg/storage/snapshot/restore.go`,
  USER_GUIDE: 'https://kubevirt.io/user-guide/storage/snapshot_restore_api/',
} as const;
