/** The names of the claims that a restore makes. Since KubeVirt 1.8. */
export enum VolumeRestorePolicy {
  /** New names; the claims that the VM had stay as they are. */
  RANDOMIZE_NAMES = 'RandomizeNames',

  /**
   * The old names: the claims that the VM has now are deleted first, and with them what was written since the snapshot.
   * It keeps manifests right that name the claims.
   */
  IN_PLACE = 'InPlace',
}
