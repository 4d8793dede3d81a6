import type { Arguments } from '../errors';
import type { TypedLocalObjectReference } from '../imports';
import { snapshotReference, virtualMachineReference } from './references';

/** What a clone is made of. */
export class CloneSource {
  /**
   * A VM as it is now. KubeVirt takes a snapshot of it first, and deletes that afterwards.
   *
   * @param vmName name of the VM, `vm.name`
   */
  public static virtualMachine(vmName: string): CloneSource {
    return new CloneSource('virtualMachine', vmName);
  }

  /**
   * A VM as it was when a snapshot was taken.
   *
   * @param snapshotName name of the VirtualMachineSnapshot, `snapshot.name`
   */
  public static snapshot(snapshotName: string): CloneSource {
    return new CloneSource('snapshot', snapshotName);
  }

  private constructor(
    private readonly kind: 'virtualMachine' | 'snapshot',
    private readonly objectName: string,
  ) {}

  /** @internal */
  public _toReference(args: Arguments): TypedLocalObjectReference {
    const name = args.objectName('source', this.objectName);
    return this.kind === 'snapshot' ? snapshotReference(name) : virtualMachineReference(name);
  }
}
