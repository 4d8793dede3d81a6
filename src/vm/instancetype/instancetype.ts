import type { Arguments } from '../../errors';
import type { InstancetypeMatcher, PreferenceMatcher } from '../../imports';
import { dnsLabel } from '../dns-label';
import type { VmFields } from '../vm-fields';

/** What happens when an instance type or a preference cannot be inferred from a volume. */
export enum InferFromVolumeFailurePolicy {
  /** The VM is refused. */
  REJECT = 'Reject',
  /** The VM goes without. */
  IGNORE = 'Ignore',
}

/**
 * The instance type of a VM: how much CPU and memory it has, decided once for many VMs. A VM with one sets neither itself.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/instancetypes/
 */
export class Instancetype {
  /**
   * A VirtualMachineClusterInstancetype, such as `u1.medium` of those that come with KubeVirt.
   *
   * @param instancetypeName name of the object
   * @param revisionName name of the ControllerRevision that keeps an earlier state of it; the present state by default
   */
  public static cluster(instancetypeName: string, revisionName?: string): Instancetype {
    return new Instancetype({ kind: 'VirtualMachineClusterInstancetype', name: instancetypeName, revisionName });
  }

  /**
   * A VirtualMachineInstancetype in the namespace of the VM.
   *
   * @param instancetypeName name of the object
   * @param revisionName name of the ControllerRevision that keeps an earlier state of it; the present state by default
   */
  public static namespaced(instancetypeName: string, revisionName?: string): Instancetype {
    return new Instancetype({ kind: 'VirtualMachineInstancetype', name: instancetypeName, revisionName });
  }

  /**
   * What the labels of a volume say, as boot images of OpenShift Virtualization have them. The volume has to be a claim
   * or a DataVolume.
   *
   * @param volumeName name of the volume, which is that of its disk
   * @param failurePolicy what happens when the volume does not say; REJECT by default
   */
  public static inferredFromVolume(volumeName: string, failurePolicy?: InferFromVolumeFailurePolicy): Instancetype {
    return new Instancetype({ inferFromVolume: volumeName, inferFromVolumeFailurePolicy: failurePolicy });
  }

  private readonly matcher: InstancetypeMatcher;

  private constructor(matcher: InstancetypeMatcher) {
    this.matcher = matcher;
  }

  /** @internal */
  public _render(args: Arguments): InstancetypeMatcher {
    return checked(args, 'instancetype', this.matcher);
  }
}

/**
 * The preference of a VM: what its operating system wants of devices and firmware where the VM does not say otherwise.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/instancetypes/
 */
export class Preference {
  /**
   * A VirtualMachineClusterPreference, such as `rhel.9` of those that come with KubeVirt.
   *
   * @param preferenceName name of the object
   * @param revisionName name of the ControllerRevision that keeps an earlier state of it; the present state by default
   */
  public static cluster(preferenceName: string, revisionName?: string): Preference {
    return new Preference({ kind: 'VirtualMachineClusterPreference', name: preferenceName, revisionName });
  }

  /**
   * A VirtualMachinePreference in the namespace of the VM.
   *
   * @param preferenceName name of the object
   * @param revisionName name of the ControllerRevision that keeps an earlier state of it; the present state by default
   */
  public static namespaced(preferenceName: string, revisionName?: string): Preference {
    return new Preference({ kind: 'VirtualMachinePreference', name: preferenceName, revisionName });
  }

  /**
   * What the labels of a volume say, as boot images of OpenShift Virtualization have them. The volume has to be a claim
   * or a DataVolume.
   *
   * @param volumeName name of the volume, which is that of its disk
   * @param failurePolicy what happens when the volume does not say; REJECT by default
   */
  public static inferredFromVolume(volumeName: string, failurePolicy?: InferFromVolumeFailurePolicy): Preference {
    return new Preference({ inferFromVolume: volumeName, inferFromVolumeFailurePolicy: failurePolicy });
  }

  private readonly matcher: PreferenceMatcher;

  private constructor(matcher: PreferenceMatcher) {
    this.matcher = matcher;
  }

  /** @internal */
  public _render(args: Arguments): PreferenceMatcher {
    return checked(args, 'preference', this.matcher);
  }
}

/** What a VM takes over from objects that are there for many VMs. */
export interface InstancetypeOptions {
  /**
   * Instance type: CPU and memory of the VM. Then `cpu` counts, `memory` and `resources` stay unset.
   *
   * Sets `spec.instancetype`.
   *
   * @default - none: the VM sets its own
   */
  readonly instancetype?: Instancetype;

  /**
   * Preference: what the guest's operating system wants where the VM does not say otherwise.
   *
   * Sets `spec.preference`.
   *
   * @default - none
   */
  readonly preference?: Preference;
}

export function renderInstancetype(args: Arguments, { instancetype, preference }: InstancetypeOptions): VmFields {
  return { vm: { instancetype: instancetype?._render(args), preference: preference?._render(args) } };
}

function checked<Matcher extends InstancetypeMatcher>(args: Arguments, argument: string, matcher: Matcher): Matcher {
  args.objectName(`${argument}.name`, matcher.name);
  if (matcher.inferFromVolume !== undefined) {
    dnsLabel(args, `${argument}.inferFromVolume`, matcher.inferFromVolume);
  }
  return matcher;
}
