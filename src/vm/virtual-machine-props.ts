import type { ApiObjectMetadata } from 'cdk8s';
import type { CloudInit } from './cloud-init';
import type { ComputeOptions } from './compute';
import type { DeviceOptions } from './device-options';
import type { Disk } from './disk';
import type { LifecycleOptions } from './lifecycle';
import type { NetworkInterface } from './network-interface';
import type { PlacementOptions } from './placement';

/** Options of anything that runs virtual machines. */
export interface VirtualMachineWorkloadProps extends LifecycleOptions, ComputeOptions, DeviceOptions, PlacementOptions {
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
   * First-boot set-up of the guest.
   *
   * @default - none; a watchdog that is armed through cloud-init brings one
   */
  readonly cloudInit?: CloudInit;

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
}

/** Options of a virtual machine. */
export interface VirtualMachineProps extends VirtualMachineWorkloadProps {}
