import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../../check';
import { clusterScoped } from '../../cluster/cluster-scoped';
import { Arguments, checkConstruction } from '../../errors';
import { KubeVirtualMachineClusterInstancetype, KubeVirtualMachineInstancetype } from '../../imports';
import { Instancetype } from './instancetype';
import type { InstancetypeProps } from './instancetype-props';
import { renderInstancetypeSpec } from './instancetype-spec';

/**
 * An instance type for the VMs of a namespace: CPU and memory, decided once.
 *
 * A VM keeps the state that the object had when the VM was created, so that a change reaches new VMs only.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/instancetypes/
 */
export class VirtualMachineInstancetype extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachineinstancetypes';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the object belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: InstancetypeProps) {
    checkConstruction('VirtualMachineInstancetype', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    this.apiObject = new KubeVirtualMachineInstancetype(this, 'Resource', {
      metadata: props.metadata,
      spec: renderInstancetypeSpec(args, props),
    });
    ManifestCheck.attachTo(this);
  }

  /** What a VM of the namespace names it by. */
  public get instancetype(): Instancetype {
    return Instancetype.namespaced(this.name);
  }
}

/**
 * An instance type for the VMs of the whole cluster: CPU and memory, decided once.
 *
 * A VM keeps the state that the object had when the VM was created, so that a change reaches new VMs only.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/instancetypes/
 */
export class VirtualMachineClusterInstancetype extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachineclusterinstancetypes';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the object belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: InstancetypeProps) {
    checkConstruction('VirtualMachineClusterInstancetype', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const spec = renderInstancetypeSpec(args, props);
    this.apiObject = clusterScoped(new KubeVirtualMachineClusterInstancetype(this, 'Resource', { metadata: props.metadata, spec }));
    ManifestCheck.attachTo(this);
  }

  /** What a VM names it by. */
  public get instancetype(): Instancetype {
    return Instancetype.cluster(this.name);
  }
}
