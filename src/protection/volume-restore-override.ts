/** How one restored volume differs from the snapshotted one. Since KubeVirt 1.8. */
export interface VolumeRestoreOverride {
  /**
   * Name of the volume in the VM.
   *
   * Sets `volumeName`.
   */
  readonly volumeName: string;

  /**
   * Name of the restored claim.
   *
   * Sets `restoreName`.
   *
   * @default - as the volume restore policy says
   */
  readonly restoreName?: string;

  /**
   * Labels of the restored claim.
   *
   * Sets `labels`.
   *
   * @default - those of the snapshotted claim
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the restored claim.
   *
   * Sets `annotations`.
   *
   * @default - those of the snapshotted claim
   */
  readonly annotations?: { readonly [key: string]: string };
}
