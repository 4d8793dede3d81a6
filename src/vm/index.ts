export { CloudInit, type CloudInitOptions } from './cloud-init';
export type { Cpu } from './compute';
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
export {
  type InterfacePort,
  InterfaceProtocol,
  NetworkInterface,
  NetworkInterfaceModel,
  type NetworkInterfaceOptions,
  type PodInterfaceOptions,
} from './network-interface';
export * from './probe';
export * from './run-strategy';
export { TaintEffect, type Toleration } from './toleration';
export * from './virtual-machine';
export * from './virtual-machine-props';
export * from './watchdog-device';
