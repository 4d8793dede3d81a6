import type { ApiObjectMetadata } from 'cdk8s';
import type { ComputeOptions } from './compute';
import type { DeviceOptions } from './device-options';
import type { Disk } from './disk';
import type { Filesystem } from './filesystem';
import type { FirmwareOptions } from './firmware';
import type { GuestFeatureOptions } from './guest-features';
import type { GuestOptions } from './guest-options';
import type { IdentityOptions } from './identity';
import type { InstancetypeOptions } from './instancetype';
import type { LifecycleOptions } from './lifecycle';
import type { NetworkInterface } from './network-interface';
import type { PlacementOptions } from './placement-options';
import type { StartOptions } from './start-options';

/** Options of anything that runs virtual machines. */
export interface VirtualMachineWorkloadProps
  extends LifecycleOptions,
    ComputeOptions,
    DeviceOptions,
    PlacementOptions,
    GuestOptions,
    InstancetypeOptions,
    FirmwareOptions,
    GuestFeatureOptions,
    IdentityOptions,
    StartOptions {
  /**
   * Metadata of the VirtualMachine. Its labels do not reach the pod that the VM runs in: see `podLabels`.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Disks, in the order in which the guest sees them.
   *
   * Sets `spec.template.spec.domain.devices.disks`, `spec.template.spec.volumes` and `spec.dataVolumeTemplates`.
   *
   * @default - none
   */
  readonly disks?: Disk[];

  /**
   * Folders that the guest mounts through virtiofs.
   *
   * Sets `spec.template.spec.domain.devices.filesystems` and `spec.template.spec.volumes`.
   *
   * @default - none
   */
  readonly filesystems?: Filesystem[];

  /**
   * Network interfaces, in the order in which the guest sees them.
   *
   * Sets `spec.template.spec.domain.devices.interfaces` and `spec.template.spec.networks`.
   *
   * @default - left to the cluster (a bridge on the pod network in KubeVirt: not live-migratable); masquerade on the pod network in a HighlyAvailableVM
   */
  readonly interfaces?: NetworkInterface[];

  /**
   * Labels of the pod that the VM runs in: what Services, network policies and disruption budgets select.
   *
   * Sets `spec.template.metadata.labels`.
   *
   * @default - one label of the VM's own
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Annotations of the VirtualMachineInstance and of the pod that the VM runs in, for tools that read them there.
   *
   * Sets `spec.template.metadata.annotations`.
   *
   * @default - none
   */
  readonly podAnnotations?: { readonly [key: string]: string };
}

/** Options of a virtual machine. */
export interface VirtualMachineProps extends VirtualMachineWorkloadProps {}
