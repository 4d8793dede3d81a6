import type { ResourceProps } from 'cdk8s-plus-27';
import type { RestoreReadinessPolicy } from './restore-readiness-policy';
import type { VolumeOwnershipPolicy } from './volume-ownership-policy';
import type { VolumeRestoreOverride } from './volume-restore-override';
import type { VolumeRestorePolicy } from './volume-restore-policy';

/** What is restored, and where to. */
export interface VirtualMachineRestoreProps extends ResourceProps {
  /**
   * Name of the VirtualMachineSnapshot: `snapshot.name`, or what `kubectl get vmsnapshot` lists.
   *
   * Sets `spec.virtualMachineSnapshotName`.
   */
  readonly snapshotName: string;

  /**
   * Name of the VM that becomes what the snapshot holds: that of the snapshotted VM, `vm.name`, or a name that no VM
   * has yet. A new VM is made under the latter, and the old one goes on beside it.
   *
   * KubeVirt takes one restore for a target at a time, and does not move a persistent TPM or EFI store to another VM.
   *
   * Sets `spec.target`.
   */
  readonly targetName: string;

  /**
   * What the restore does while the target runs.
   *
   * Sets `spec.targetReadinessPolicy`.
   *
   * @default - RestoreReadinessPolicy.WAIT_GRACE_PERIOD, by the API server
   */
  readonly targetReadinessPolicy?: RestoreReadinessPolicy;

  /**
   * The names of the restored claims. Since KubeVirt 1.8.
   *
   * Sets `spec.volumeRestorePolicy`.
   *
   * @default - VolumeRestorePolicy.RANDOMIZE_NAMES, by KubeVirt
   */
  readonly volumeRestorePolicy?: VolumeRestorePolicy;

  /**
   * Who owns the restored claims. Since KubeVirt 1.8.
   *
   * Sets `spec.volumeOwnershipPolicy`.
   *
   * @default - VolumeOwnershipPolicy.VM, by KubeVirt
   */
  readonly volumeOwnershipPolicy?: VolumeOwnershipPolicy;

  /**
   * Names, labels and annotations of single restored claims. Since KubeVirt 1.8.
   *
   * Sets `spec.volumeRestoreOverrides`.
   *
   * @default - none
   */
  readonly volumeRestoreOverrides?: VolumeRestoreOverride[];

  /**
   * JSON patches of the restored VM, one operation in each string: below `/spec/`, `/metadata/labels/` or
   * `/metadata/annotations/`. KubeVirt reads them by commas and colons, so that a value must have neither.
   *
   * Sets `spec.patches`.
   *
   * @default - none
   */
  readonly patches?: string[];
}
