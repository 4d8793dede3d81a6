import type { ApiObject, Duration } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { KubeVirtualMachineSnapshot } from '../imports';
import type { VirtualMachine } from '../vm';
import { virtualMachineReference } from './references';
import type { SnapshotDeletionPolicy } from './snapshot-deletion-policy';

/** What a VirtualMachineSnapshot is taken of. */
export interface VirtualMachineSnapshotProps extends ResourceProps {
  /**
   * The VM.
   *
   * Sets `spec.source`.
   */
  readonly vm: VirtualMachine;

  /**
   * What happens to the data when this object is deleted.
   *
   * Sets `spec.deletionPolicy`.
   *
   * @default - SnapshotDeletionPolicy.DELETE, by KubeVirt
   */
  readonly deletionPolicy?: SnapshotDeletionPolicy;

  /**
   * How long the snapshot may take before KubeVirt gives it up as failed: whole seconds, 0 for no limit.
   *
   * Raise it for storage that copies instead of marking, and for guests with much to write out.
   *
   * Sets `spec.failureDeadline`.
   *
   * @default - 5 minutes, by KubeVirt
   */
  readonly failureDeadline?: Duration;
}

/**
 * A snapshot of a VM: of its specification and of every volume that its storage can snapshot.
 *
 * A running VM is snapshotted without a stop. With the guest agent in the guest, its file systems are frozen meanwhile
 * and the snapshot is consistent; without one it holds what a power failure would have left. A snapshot is on the same
 * storage as the VM: it helps against a broken update or a wrong command, not against the loss of the storage.
 *
 * It is taken once, when the object is created, and its spec cannot be changed: for a series of snapshots use
 * `ScheduledSnapshot`.
 *
 * The cluster has to enable snapshots: OpenShift Virtualization does, KubeVirt does from 1.9 on, and before that the
 * KubeVirt object has to list the feature gate `Snapshot`. The storage class needs a VolumeSnapshotClass.
 *
 * @see https://kubevirt.io/user-guide/storage/snapshot_restore_api/
 */
export class VirtualMachineSnapshot extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachinesnapshots';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props what to snapshot
   * @throws when the failure deadline is not in whole seconds (`whole-seconds`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineSnapshotProps) {
    checkConstruction('VirtualMachineSnapshot', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const deadline = args.seconds('failureDeadline', props.failureDeadline);
    this.apiObject = new KubeVirtualMachineSnapshot(this, 'Resource', {
      metadata: props.metadata,
      spec: {
        source: virtualMachineReference(props.vm.name),
        deletionPolicy: props.deletionPolicy,
        failureDeadline: deadline === undefined ? undefined : `${deadline}s`,
      },
    });
    ManifestCheck.attachTo(this);
  }
}
