export { CloudInit, type CloudInitOptions } from './cloud-init';
export type { ComputeOptions, Cpu } from './compute';
export type { DeviceOptions } from './device-options';
export {
  type ContainerDiskOptions,
  type DataSourceDiskOptions,
  type DataVolumeDiskOptions,
  Disk,
  DiskBus,
  type DiskOptions,
  type HttpDiskOptions,
  type PersistentVolumeClaimDiskOptions,
} from './disk';
export * from './eviction-strategy';
export * from './highly-available-vm';
export * from './highly-available-vm-props';
export type { LifecycleOptions } from './lifecycle';
export {
  type InterfacePort,
  InterfaceProtocol,
  NetworkInterface,
  NetworkInterfaceModel,
  type NetworkInterfaceOptions,
  type PodInterfaceOptions,
} from './network-interface';
export type { PlacementOptions } from './placement';
export * from './probe';
export * from './run-strategy';
export { TaintEffect, type Toleration } from './toleration';
export * from './virtual-machine';
export * from './virtual-machine-props';
export * from './virtual-machine-workload';
export * from './watchdog-device';
