/** The names of the claims of a clone. Since KubeVirt 1.8. */
export enum CloneVolumeNamePolicy {
  /** Random ones. */
  RANDOMIZE_NAMES = 'RandomizeNames',

  /** Those of the volumes, after the name of the clone. */
  PREFIX_TARGET_NAME = 'PrefixTargetName',
}
