// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { FeatureState } from './guest';

/** What `spec.template.spec.domain.devices` of a VirtualMachine takes, and what one other place takes. */
export interface Devices {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachGraphicsDevice?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachInputDevice?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachMemBalloon?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachPodInterface?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachSerialConsole?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachVSOCK?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly blockMultiQueue?: boolean;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly clientPassthrough?: any;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly disableHotplug?: boolean;

  /** List of `DiskDevice`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly disks?: DiskDevice[];

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly downwardMetrics?: any;

  /** List of `Filesystem`. In KubeVirt v1.5 and later. */
  readonly filesystems?: Filesystem[];

  /** List of `Gpu`. In KubeVirt v1.5 and later. */
  readonly gpus?: Gpu[];

  /** List of `HostDevice`. In KubeVirt v1.5 and later. */
  readonly hostDevices?: HostDevice[];

  /** List of `Input`. In KubeVirt v1.5 and later. */
  readonly inputs?: Input[];

  /** List of `Interface`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly interfaces?: Interface[];

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly logSerialConsole?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly networkInterfaceMultiqueue?: boolean;

  /** List of `PanicDevice`. Since KubeVirt v1.8. */
  readonly panicDevices?: PanicDevice[];

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly rng?: any;

  /** `SoundDevice`. In KubeVirt v1.5 and later. */
  readonly sound?: SoundDevice;

  /** `TPMDevice`. In KubeVirt v1.5 and later. */
  readonly tpm?: TPMDevice;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly useVirtioTransitional?: boolean;

  /** `VideoDevice`. Since KubeVirt v1.8. */
  readonly video?: VideoDevice;

  /** `Watchdog`. In KubeVirt v1.5 and later. */
  readonly watchdog?: Watchdog;
}

/** What `spec.template.spec.domain.devices.sound` of a VirtualMachine takes, and what one other place takes. */
export interface SoundDevice {
  /** String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.domain.devices.tpm` of a VirtualMachine takes, and what 3 other places take. */
export interface TPMDevice {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly persistent?: boolean;
}

/** What `spec.template.spec.domain.devices.video` of a VirtualMachine takes, and what one other place takes. */
export interface VideoDevice {
  /** String. Since KubeVirt v1.8. */
  readonly type?: string;
}

/** What `spec.template.spec.domain.devices.watchdog` of a VirtualMachine takes, and what one other place takes. */
export interface Watchdog {
  /** `WatchdogTimer`. In KubeVirt v1.5 and later. */
  readonly diag288?: WatchdogTimer;

  /** `WatchdogTimer`. In KubeVirt v1.5 and later. */
  readonly i6300esb?: WatchdogTimer;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.domain.devices.disks[]` of a VirtualMachine takes, and what one other place takes. */
export interface DiskDevice {
  /** `BlockSize`. In KubeVirt v1.5 and later. */
  readonly blockSize?: BlockSize;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly bootOrder?: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly cache?: string;

  /** `CDRomTarget`. In KubeVirt v1.5 and later. */
  readonly cdrom?: CDRomTarget;

  /** Boolean. Since KubeVirt v1.8. */
  readonly changedBlockTracking?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly dedicatedIOThread?: boolean;

  /** `DiskTarget`. In KubeVirt v1.5 and later. */
  readonly disk?: DiskTarget;

  /** String. In KubeVirt v1.5 and later. */
  readonly errorPolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly io?: string;

  /** `LunTarget`. In KubeVirt v1.5 and later. */
  readonly lun?: LunTarget;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly serial?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly shareable?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly tag?: string;
}

/** What `spec.template.spec.domain.devices.filesystems[]` of a VirtualMachine takes, and what one other place takes. */
export interface Filesystem {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Empty object: being there is what it says. Required. In KubeVirt v1.5 and later. */
  readonly virtiofs: any;
}

/** What `spec.template.spec.domain.devices.gpus[]` of a VirtualMachine takes, and what 3 other places take. */
export interface Gpu {
  /** String. Since KubeVirt v1.8. */
  readonly claimName?: string;

  /** String. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly deviceName?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. Since KubeVirt v1.8. */
  readonly requestName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly tag?: string;

  /** `VGPUOptions`. In KubeVirt v1.5 and later. */
  readonly virtualGPUOptions?: VGPUOptions;
}

/** What `spec.template.spec.domain.devices.hostDevices[]` of a VirtualMachine takes, and what 3 other places take. */
export interface HostDevice {
  /** String. Since KubeVirt v1.8. */
  readonly claimName?: string;

  /** String. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly deviceName?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. Since KubeVirt v1.8. */
  readonly requestName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly tag?: string;
}

/** What `spec.template.spec.domain.devices.inputs[]` of a VirtualMachine takes, and what one other place takes. */
export interface Input {
  /** String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.template.spec.domain.devices.interfaces[]` of a VirtualMachine takes, and what one other place takes. */
export interface Interface {
  /** Integer. In KubeVirt v1.5 and later. */
  readonly acpiIndex?: number;

  /** `PluginBinding`. In KubeVirt v1.5 and later. */
  readonly binding?: PluginBinding;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly bootOrder?: number;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly bridge?: any;

  /** `DHCPOptions`. In KubeVirt v1.5 and later. */
  readonly dhcpOptions?: DHCPOptions;

  /** String. In KubeVirt v1.5 and later. */
  readonly macAddress?: string;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly macvtap?: any;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly masquerade?: any;

  /** String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly passt?: any;

  /** Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly passtBinding?: any;

  /** String. In KubeVirt v1.5 and later. */
  readonly pciAddress?: string;

  /** List of `PortRange`. Since KubeVirt v1.9. */
  readonly portRanges?: PortRange[];

  /** List of `InterfacePort`. In KubeVirt v1.5 and later. */
  readonly ports?: InterfacePort[];

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly slirp?: any;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly sriov?: any;

  /** String. In KubeVirt v1.5 and later. */
  readonly state?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly tag?: string;
}

/** What `spec.template.spec.domain.devices.panicDevices[]` of a VirtualMachine takes, and what one other place takes. */
export interface PanicDevice {
  /** String. Since KubeVirt v1.8. */
  readonly model?: string;
}

/** What `spec.template.spec.domain.devices.watchdog.diag288` of a VirtualMachine takes, and what 3 other places take. */
export interface WatchdogTimer {
  /** String. In KubeVirt v1.5 and later. */
  readonly action?: string;
}

/** What `spec.template.spec.domain.devices.disks[].blockSize` of a VirtualMachine takes, and what 3 other places take. */
export interface BlockSize {
  /** `CustomBlockSize`. In KubeVirt v1.5 and later. */
  readonly custom?: CustomBlockSize;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly matchVolume?: FeatureState;
}

/** What `spec.template.spec.domain.devices.disks[].cdrom` of a VirtualMachine takes, and what one other place takes. */
export interface CDRomTarget {
  /** String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly readonly?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly tray?: string;
}

/** What `spec.template.spec.domain.devices.disks[].disk` of a VirtualMachine takes, and what one other place takes. */
export interface DiskTarget {
  /** String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly pciAddress?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly readonly?: boolean;
}

/** What `spec.template.spec.domain.devices.disks[].lun` of a VirtualMachine takes, and what one other place takes. */
export interface LunTarget {
  /** String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly readonly?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly reservation?: boolean;
}

/** What `spec.template.spec.domain.devices.gpus[].virtualGPUOptions` of a VirtualMachine takes, and what 5 other places take. */
export interface VGPUOptions {
  /** `VGPUDisplayOptions`. In KubeVirt v1.5 and later. */
  readonly display?: VGPUDisplayOptions;
}

/** What `spec.template.spec.domain.devices.interfaces[].binding` of a VirtualMachine takes, and what one other place takes. */
export interface PluginBinding {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.domain.devices.interfaces[].dhcpOptions` of a VirtualMachine takes, and what one other place takes. */
export interface DHCPOptions {
  /** String. In KubeVirt v1.5 and later. */
  readonly bootFileName?: string;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly ntpServers?: string[];

  /** List of `DHCPPrivateOption`. In KubeVirt v1.5 and later. */
  readonly privateOptions?: DHCPPrivateOption[];

  /** String. In KubeVirt v1.5 and later. */
  readonly tftpServerName?: string;
}

/** What `spec.template.spec.domain.devices.disks[].blockSize.custom` of a VirtualMachine takes, and what 3 other places take. */
export interface CustomBlockSize {
  /** Integer. Since KubeVirt v1.8. */
  readonly discardGranularity?: number;

  /** Integer. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly logical?: number;

  /** Integer. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly physical?: number;
}

/** What `spec.template.spec.domain.devices.gpus[].virtualGPUOptions.display` of a VirtualMachine takes, and what 5 other places take. */
export interface VGPUDisplayOptions {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly ramFB?: FeatureState;
}

/** What `spec.template.spec.domain.devices.interfaces[].portRanges[]` of a VirtualMachine takes, and what one other place takes. */
export interface PortRange {
  /** Integer. Required. Since KubeVirt v1.9. */
  readonly end: number;

  /** String. Required. Since KubeVirt v1.9. */
  readonly protocol: string;

  /** Integer. Required. Since KubeVirt v1.9. */
  readonly start: number;
}

/** What `spec.template.spec.domain.devices.interfaces[].ports[]` of a VirtualMachine takes, and what one other place takes. */
export interface InterfacePort {
  /** String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly port: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly protocol?: string;
}

/** What `spec.template.spec.domain.devices.interfaces[].dhcpOptions.privateOptions[]` of a VirtualMachine takes, and what one other place takes. */
export interface DHCPPrivateOption {
  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly option: number;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly value: string;
}
