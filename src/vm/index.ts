export * from './access-credential';
export { BlockSize, type CustomBlockSize } from './block-size';
export {
  Clock,
  type ClockOptions,
  type ClockTimer,
  type ClockTimers,
  TickPolicy,
  type UtcClockOptions,
} from './clock';
export * from './cloud-init';
export { type ComputeOptions, HugepageSize } from './compute';
export { type Cpu, type CpuFeature, CpuFeaturePolicy, CpuModel, type Numa, type Realtime } from './cpu';
export * from './data-volume';
export { DataVolumeContentType, type DataVolumeOptions } from './data-volume-options';
export { DataVolumeSource } from './data-volume-source';
export * from './data-volume-source-options';
export type { DataVolumeTemplateOptions } from './data-volume-template';
export { type DeviceOptions, Input, InputBus, SoundModel, type TabletOptions, VideoType } from './device-options';
export type { DhcpOptions, DhcpPrivateOption } from './dhcp-options';
export { Disk } from './disk';
export { type CdRomOptions, CdRomTray, DiskKind, type LunOptions, type PlainDiskOptions } from './disk-kind';
export * from './disk-modes';
export type { DiskOptions } from './disk-options';
export * from './disk-volume-options';
export * from './eviction-strategy';
export { Filesystem } from './filesystem';
export { type BiosOptions, type EfiOptions, Firmware, type FirmwareOptions, type Tpm } from './firmware';
export { GuestAgentSource } from './guest-agent';
export type { GuestEthernet, GuestRoute } from './guest-ethernet';
export type { GuestFeatureOptions } from './guest-features';
export type { GuestOptions } from './guest-options';
export type { GuestFile, GuestSettings, GuestUser } from './guest-settings';
export * from './highly-available-vm';
export * from './highly-available-vm-props';
export type { Gpu, HostDevice } from './host-device';
export { HypervFeatures, type HypervOptions } from './hyperv-features';
export type { IdentityOptions, VirtualMachineDnsConfig } from './identity';
export { InferFromVolumeFailurePolicy, Instancetype, type InstancetypeOptions, Preference } from './instancetype';
export * from './instancetype-props';
export * from './interface-options';
export { IoThreadsPolicy } from './io-threads-policy';
export type { LifecycleOptions } from './lifecycle';
export * from './network-data';
export { NetworkInterface } from './network-interface';
export * from './node-label';
export * from './panic-device';
export { Placement, type PodDistanceOptions, type SpreadOptions } from './placement';
export type { DedicatedNodes, PlacementOptions } from './placement-options';
export * from './preference-props';
export * from './probe';
export type { VirtualMachineResources } from './resources';
export * from './run-strategy';
export { RebootPolicy, type StartOptions, StartStrategy, UpdateVolumesStrategy } from './start-options';
export { TaintEffect, type Toleration } from './toleration';
export * from './virtual-machine';
export * from './virtual-machine-instancetype';
export * from './virtual-machine-preference';
export * from './virtual-machine-props';
export * from './virtual-machine-workload';
export * from './volume-options';
export * from './watchdog-device';
