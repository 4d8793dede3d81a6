import type { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../../check';
import { ClusterProfile } from '../../cluster';
import { clusterScoped } from '../../cluster/cluster-scoped';
import { Arguments, checkConstruction } from '../../errors';
import { KubeVirtualMachineClusterPreference, KubeVirtualMachinePreference } from '../../imports';
import { Preference } from './instancetype';
import type { PreferenceProps } from './preference-props';
import { renderPreferenceSpec } from './preference-spec';

/**
 * A preference for the VMs of a namespace: what an operating system wants of devices and firmware, written once.
 *
 * What a VM says itself counts more. A VM keeps the state that the object had when the VM was created, so that a change
 * reaches new VMs only.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/instancetypes/
 */
export class VirtualMachinePreference extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachinepreferences';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the object belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: PreferenceProps) {
    checkConstruction('VirtualMachinePreference', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    this.apiObject = new KubeVirtualMachinePreference(this, 'Resource', {
      metadata: props.metadata,
      spec: renderPreferenceSpec(args, props, () => ClusterProfile.of(this).architecture),
    });
    ManifestCheck.attachTo(this);
  }

  /** What a VM of the namespace names it by. */
  public get preference(): Preference {
    return Preference.namespaced(this.name);
  }
}

/**
 * A preference for the VMs of the whole cluster: what an operating system wants of devices and firmware, written once.
 *
 * What a VM says itself counts more. A VM keeps the state that the object had when the VM was created, so that a change
 * reaches new VMs only.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/instancetypes/
 */
export class VirtualMachineClusterPreference extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachineclusterpreferences';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the object belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: PreferenceProps) {
    checkConstruction('VirtualMachineClusterPreference', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const spec = renderPreferenceSpec(args, props, () => ClusterProfile.of(this).architecture);
    this.apiObject = clusterScoped(new KubeVirtualMachineClusterPreference(this, 'Resource', { metadata: props.metadata, spec }));
    ManifestCheck.attachTo(this);
  }

  /** What a VM names it by. */
  public get preference(): Preference {
    return Preference.cluster(this.name);
  }
}
