import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { KubeVirtualMachineRestore } from '../imports';
import { virtualMachineReference } from './references';
import type { VirtualMachineRestoreProps } from './virtual-machine-restore-props';
import type { VolumeRestoreOverride } from './volume-restore-override';

/**
 * Brings a VM back to what a snapshot holds, or makes a new VM of the snapshot.
 *
 * It is done once, when the object is created, and its spec cannot be changed. Keep it out of the manifests that are
 * applied again and again: on a new cluster it would wait for a snapshot that nobody took. A chart of its own, applied
 * by hand, is a good place.
 *
 * @see https://kubevirt.io/user-guide/storage/snapshot_restore_api/
 */
export class VirtualMachineRestore extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachinerestores';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props what to restore, and where to
   * @throws when a name cannot be the name of an object (`object-name-invalid`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineRestoreProps) {
    checkConstruction('VirtualMachineRestore', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    this.apiObject = new KubeVirtualMachineRestore(this, 'Resource', {
      metadata: props.metadata,
      spec: {
        target: virtualMachineReference(args.objectName('targetName', props.targetName)),
        virtualMachineSnapshotName: args.objectName('snapshotName', props.snapshotName),
        targetReadinessPolicy: props.targetReadinessPolicy,
        volumeRestorePolicy: props.volumeRestorePolicy,
        volumeOwnershipPolicy: props.volumeOwnershipPolicy,
        volumeRestoreOverrides: props.volumeRestoreOverrides?.map(copyOf),
        patches: props.patches,
      },
    });
    ManifestCheck.attachTo(this);
  }
}

function copyOf({ volumeName, restoreName, labels, annotations }: VolumeRestoreOverride): VolumeRestoreOverride {
  return { volumeName, restoreName, labels: labels && { ...labels }, annotations: annotations && { ...annotations } };
}
