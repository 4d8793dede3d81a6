import type { ApiObjectMetadata } from 'cdk8s';
import type { ComputeOptions } from './compute/compute';
import type { DeviceOptions } from './compute/device-options';
import type { FirmwareOptions } from './compute/firmware';
import type { GuestFeatureOptions } from './compute/guest-features';
import type { GuestOptions } from './guest/guest-options';
import type { IdentityOptions } from './identity';
import type { InstancetypeOptions } from './instancetype/instancetype';
import type { LifecycleOptions } from './lifecycle/lifecycle';
import type { StartOptions } from './lifecycle/start-options';
import type { NetworkInterface } from './network/network-interface';
import type { PlacementOptions } from './placement/placement-options';
import type { Disk } from './storage/disk';
import type { Filesystem } from './storage/filesystem';

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
