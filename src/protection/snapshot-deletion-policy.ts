/**
 * What happens to the data of a snapshot when the VirtualMachineSnapshot is deleted.
 *
 * @see https://kubevirt.io/user-guide/storage/snapshot_restore_api/
 */
export enum SnapshotDeletionPolicy {
  /** The data goes as well, and its storage is free again. */
  DELETE = 'Delete',

  /** The data stays, as a VirtualMachineSnapshotContent that somebody has to delete one day. */
  RETAIN = 'Retain',
}
