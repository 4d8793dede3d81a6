export {
  Clock,
  type ClockOptions,
  type ClockTimer,
  type ClockTimers,
  TickPolicy,
  type UtcClockOptions,
} from './compute/clock';
export { type ComputeOptions, HugepageSize } from './compute/compute';
export { type Cpu, type CpuFeature, CpuFeaturePolicy, CpuModel, type Numa, type Realtime } from './compute/cpu';
export { type DeviceOptions, Input, InputBus, SoundModel, type TabletOptions, VideoType } from './compute/device-options';
export { type BiosOptions, type EfiOptions, Firmware, type FirmwareOptions, type Tpm } from './compute/firmware';
export type { GuestFeatureOptions } from './compute/guest-features';
export type { Gpu, HostDevice } from './compute/host-device';
export { HypervFeatures, type HypervOptions } from './compute/hyperv-features';
export { IoThreadsPolicy } from './compute/io-threads-policy';
export { MachineIdentity } from './compute/machine-identity';
export * from './compute/panic-device';
export type { VirtualMachineResources } from './compute/resources';
export * from './guest/access-credential';
export * from './guest/cloud-init';
export { GuestAgentSource } from './guest/guest-agent';
export type { GuestEthernet, GuestRoute } from './guest/guest-ethernet';
export type { GuestOptions } from './guest/guest-options';
export type { GuestFile, GuestSettings, GuestUser } from './guest/guest-settings';
export * from './guest/network-data';
export * from './guest/watchdog-device';
export * from './guest/watchdog-options';
export * from './guest-monitoring';
export * from './highly-available-vm';
export * from './highly-available-vm-props';
export type { IdentityOptions, VirtualMachineDnsConfig } from './identity';
export { InferFromVolumeFailurePolicy, Instancetype, type InstancetypeOptions, Preference } from './instancetype/instancetype';
export * from './instancetype/instancetype-props';
export * from './instancetype/preference-props';
export * from './instancetype/virtual-machine-instancetype';
export * from './instancetype/virtual-machine-preference';
export * from './lifecycle/eviction-strategy';
export type { LifecycleOptions } from './lifecycle/lifecycle';
export * from './lifecycle/probe';
export * from './lifecycle/run-strategy';
export { RebootPolicy, type StartOptions, StartStrategy, UpdateVolumesStrategy } from './lifecycle/start-options';
export type { DhcpOptions, DhcpPrivateOption } from './network/dhcp-options';
export * from './network/interface-options';
export { NetworkInterface } from './network/network-interface';
export * from './placement/node-label';
export { Placement, type PodDistanceOptions, type SpreadOptions } from './placement/placement';
export type { DedicatedNodes, PlacementOptions } from './placement/placement-options';
export { TaintEffect, type Toleration } from './placement/toleration';
export * from './recovery-objectives';
export { BlockSize, type CustomBlockSize } from './storage/block-size';
export * from './storage/data-volume';
export { DataVolumeContentType, type DataVolumeOptions } from './storage/data-volume-options';
export { DataVolumeSource } from './storage/data-volume-source';
export * from './storage/data-volume-source-options';
export type { DataVolumeTemplateOptions } from './storage/data-volume-template';
export { Disk } from './storage/disk';
export { type CdRomOptions, CdRomTray, DiskKind, type LunOptions, type PlainDiskOptions } from './storage/disk-kind';
export * from './storage/disk-modes';
export type { DiskOptions } from './storage/disk-options';
export * from './storage/disk-volume-options';
export { Filesystem } from './storage/filesystem';
export * from './storage/volume-options';
export * from './virtual-machine';
export * from './virtual-machine-props';
export * from './virtual-machine-workload';
