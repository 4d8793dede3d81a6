// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { FeatureState } from './guest';

/** What `spec.template.spec.domain.devices` of a VirtualMachine takes, and what 2 other places take. */
export interface Devices {
  /** Adds a graphics card, for VNC; on if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachGraphicsDevice?: boolean;

  /** Adds a tablet, for a mouse pointer in VNC. Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachInputDevice?: boolean;

  /** Adds a balloon, for statistics of the guest's memory; on if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachMemBalloon?: boolean;

  /** Connects a VM without interfaces to the pod network; on if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachPodInterface?: boolean;

  /** Adds a serial console; on if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachSerialConsole?: boolean;

  /** Adds a socket between host and guest. Boolean. In KubeVirt v1.5 and later. */
  readonly autoattachVSOCK?: boolean;

  /** Gives each disk on virtio as many queues as the guest has processors. Boolean. In KubeVirt v1.5 and later. */
  readonly blockMultiQueue?: boolean;

  /** Lets a user of virtctl pass USB devices into the guest. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly clientPassthrough?: any;

  /** Keeps devices from being added while the VM runs. Boolean. In KubeVirt v1.5 and later. */
  readonly disableHotplug?: boolean;

  /** Disks, CD-ROMs and LUNs; each takes the volume with its name. List of `DiskDevice`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly disks?: DiskDevice[];

  /** Shows figures of the host to the guest over a serial device. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly downwardMetrics?: any;

  /** Directories that the guest mounts. List of `Filesystem`. In KubeVirt v1.5 and later. */
  readonly filesystems?: Filesystem[];

  /** Graphics processors of the host; a VM with one cannot migrate. List of `Gpu`. In KubeVirt v1.5 and later. */
  readonly gpus?: Gpu[];

  /** Other devices of the host; a VM with one cannot migrate. List of `HostDevice`. In KubeVirt v1.5 and later. */
  readonly hostDevices?: HostDevice[];

  /** Tablets. List of `Input`. In KubeVirt v1.5 and later. */
  readonly inputs?: Input[];

  /** Network cards; each needs a network of the same name. List of `Interface`, at most 256 items. In KubeVirt v1.5 and later. */
  readonly interfaces?: Interface[];

  /** Writes the serial console into the log of the pod. Boolean. In KubeVirt v1.5 and later. */
  readonly logSerialConsole?: boolean;

  /** Gives each interface on virtio as many queues as the guest has processors. Boolean. In KubeVirt v1.5 and later. */
  readonly networkInterfaceMultiqueue?: boolean;

  /** Devices by which the guest's kernel tells that it has crashed. List of `PanicDevice`. Since KubeVirt v1.8. */
  readonly panicDevices?: PanicDevice[];

  /** A source of random numbers, so that the guest need not wait for entropy. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly rng?: any;

  /** A sound card. `SoundDevice`. In KubeVirt v1.5 and later. */
  readonly sound?: SoundDevice;

  /** A TPM, as Windows 11 asks for. `TPMDevice`. In KubeVirt v1.5 and later. */
  readonly tpm?: TPMDevice;

  /** Virtio devices in the old form, for old guests. Boolean. In KubeVirt v1.5 and later. */
  readonly useVirtioTransitional?: boolean;

  /** The graphics card that is emulated. `VideoDevice`. Since KubeVirt v1.8. */
  readonly video?: VideoDevice;

  /** A device that the guest has to feed; when it stops, the VM is reset or powered off. `Watchdog`. In KubeVirt v1.5 and later. */
  readonly watchdog?: Watchdog;
}

/** What `spec.template.spec.domain.devices.sound` of a VirtualMachine takes, and what 2 other places take. */
export interface SoundDevice {
  /** Card that the guest sees, `ich9` or `ac97`. String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** Name of the device. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.domain.devices.tpm` of a VirtualMachine takes, and what 4 other places take. */
export interface TPMDevice {
  /** Takes away one that a preference adds. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Keeps what it holds over restarts, on a volume of its own. BitLocker locks the guest out without. Boolean. In KubeVirt v1.5 and later. */
  readonly persistent?: boolean;
}

/** What `spec.template.spec.domain.devices.video` of a VirtualMachine takes, and what 2 other places take. */
export interface VideoDevice {
  /** Card that the guest sees, such as `virtio`, `vga`, `bochs`. String. Since KubeVirt v1.8. */
  readonly type?: string;
}

/** What `spec.template.spec.domain.devices.watchdog` of a VirtualMachine takes, and what 2 other places take. */
export interface Watchdog {
  /** The device of s390x. `WatchdogTimer`. In KubeVirt v1.5 and later. */
  readonly diag288?: WatchdogTimer;

  /** The device of amd64. `WatchdogTimer`. In KubeVirt v1.5 and later. */
  readonly i6300esb?: WatchdogTimer;

  /** Name of the device. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.domain.devices.disks[]` of a VirtualMachine takes, and what 2 other places take. */
export interface DiskDevice {
  /** Sizes of blocks that the guest sees. `BlockSize`. In KubeVirt v1.5 and later. */
  readonly blockSize?: BlockSize;

  /** Place in the order of devices that are tried at boot; 1 comes first. Integer. In KubeVirt v1.5 and later. */
  readonly bootOrder?: number;

  /** How writes go through the page cache of the host. `none` is safe and migrates. String. In KubeVirt v1.5 and later. */
  readonly cache?: string;

  /** Shows it as a CD-ROM. `CDRomTarget`. In KubeVirt v1.5 and later. */
  readonly cdrom?: CDRomTarget;

  /** Keeps track of what has changed, for incremental backups. Boolean. Since KubeVirt v1.8. */
  readonly changedBlockTracking?: boolean;

  /** A thread of its own for this disk. Boolean. In KubeVirt v1.5 and later. */
  readonly dedicatedIOThread?: boolean;

  /** Shows it as a disk; so it is if none is said. `DiskTarget`. In KubeVirt v1.5 and later. */
  readonly disk?: DiskTarget;

  /** What happens when the storage fails. `stop`, the default, pauses the VM; `report` tells the guest. String. In KubeVirt v1.5 and later. */
  readonly errorPolicy?: string;

  /** How QEMU talks to the storage. `native` needs `cache` none. String. In KubeVirt v1.5 and later. */
  readonly io?: string;

  /** Shows it as a LUN, with commands of SCSI passed through. `LunTarget`. In KubeVirt v1.5 and later. */
  readonly lun?: LunTarget;

  /** Name of the volume that backs it. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Serial number, by which the guest can tell it from others. String. In KubeVirt v1.5 and later. */
  readonly serial?: string;

  /** Lets several VMs write it at once; the guests have to agree among themselves. Boolean. In KubeVirt v1.5 and later. */
  readonly shareable?: boolean;

  /** Tag that cloud-init shows to the guest. String. In KubeVirt v1.5 and later. */
  readonly tag?: string;
}

/** What `spec.template.spec.domain.devices.filesystems[]` of a VirtualMachine takes, and what 2 other places take. */
export interface Filesystem {
  /** Name of the volume that backs it, and tag by which the guest mounts it. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Shares it by virtiofs. Empty object: being there is what it says. Required. In KubeVirt v1.5 and later. */
  readonly virtiofs: any;
}

/** What `spec.template.spec.domain.devices.gpus[]` of a VirtualMachine takes, and what 4 other places take. */
export interface Gpu {
  /** Which of the VM's resource claims gives it. String. Since KubeVirt v1.8. */
  readonly claimName?: string;

  /** Resource of the node, as the device plugin calls it. String. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly deviceName?: string;

  /** Name of the device in this VM. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Which request of the claim. String. Since KubeVirt v1.8. */
  readonly requestName?: string;

  /** Tag that cloud-init shows to the guest. String. In KubeVirt v1.5 and later. */
  readonly tag?: string;

  /** Options of a virtual GPU. `VGPUOptions`. In KubeVirt v1.5 and later. */
  readonly virtualGPUOptions?: VGPUOptions;
}

/** What `spec.template.spec.domain.devices.hostDevices[]` of a VirtualMachine takes, and what 4 other places take. */
export interface HostDevice {
  /** Which of the VM's resource claims gives it. String. Since KubeVirt v1.8. */
  readonly claimName?: string;

  /** Resource of the node, as the device plugin calls it. String. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly deviceName?: string;

  /** Name of the device in this VM. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Which request of the claim. String. Since KubeVirt v1.8. */
  readonly requestName?: string;

  /** Tag that cloud-init shows to the guest. String. In KubeVirt v1.5 and later. */
  readonly tag?: string;
}

/** What `spec.template.spec.domain.devices.inputs[]` of a VirtualMachine takes, and what 2 other places take. */
export interface Input {
  /** `usb`, or `virtio`. String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** Name of the device. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Only `tablet`. String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.template.spec.domain.devices.interfaces[]` of a VirtualMachine takes, and what 2 other places take. */
export interface Interface {
  /** Number from which the guest makes the name of the card; no two have the same. Integer. In KubeVirt v1.5 and later. */
  readonly acpiIndex?: number;

  /** A network binding plugin of the cluster. `PluginBinding`. In KubeVirt v1.5 and later. */
  readonly binding?: PluginBinding;

  /** Place in the order of devices that are tried at boot; 1 comes first. Integer. In KubeVirt v1.5 and later. */
  readonly bootOrder?: number;

  /** Connects it by a bridge. On the pod network the VM cannot migrate with it. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly bridge?: any;

  /** What DHCP tells the guest beyond the address. `DHCPOptions`. In KubeVirt v1.5 and later. */
  readonly dhcpOptions?: DHCPOptions;

  /** MAC address; chosen if unset. String. In KubeVirt v1.5 and later. */
  readonly macAddress?: string;

  /** Connects it by macvtap; no longer supported. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly macvtap?: any;

  /** Connects it to the pod network by NAT; the VM migrates with it. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly masquerade?: any;

  /** Card that the guest sees. `virtio` is fast, `e1000e` needs no driver. String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** Name of the network that it is connected to. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Connects it by passt; no longer supported. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly passt?: any;

  /** Connects it to the pod network by passt, without privileges. Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly passtBinding?: any;

  /** Address on the PCI bus, as `0000:81:01.10`. String. In KubeVirt v1.5 and later. */
  readonly pciAddress?: string;

  /** Ranges of ports that are forwarded to the guest. List of `PortRange`. Since KubeVirt v1.9. */
  readonly portRanges?: PortRange[];

  /** Ports that are forwarded to the guest. One here shuts all others out; none forwards all. List of `InterfacePort`. In KubeVirt v1.5 and later. */
  readonly ports?: InterfacePort[];

  /** Connects it by slirp; no longer supported. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly slirp?: any;

  /** A virtual function of a network card of the host. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly sriov?: any;

  /** Whether its link is `up` or `down`; `absent` unplugs it. String. In KubeVirt v1.5 and later. */
  readonly state?: string;

  /** Tag that cloud-init shows to the guest. String. In KubeVirt v1.5 and later. */
  readonly tag?: string;
}

/** What `spec.template.spec.domain.devices.panicDevices[]` of a VirtualMachine takes, and what 2 other places take. */
export interface PanicDevice {
  /** How the guest tells. `pvpanic` and `isa` for Linux, `hyperv` for Windows. String. Since KubeVirt v1.8. */
  readonly model?: string;
}

/** What `spec.template.spec.domain.devices.watchdog.diag288` of a VirtualMachine takes, and what 5 other places take. */
export interface WatchdogTimer {
  /** What happens when the guest stops feeding it. `poweroff` ends the VM, and its run strategy restarts it; `reset` reboots it in place. String. In KubeVirt v1.5 and later. */
  readonly action?: string;
}

/** What `spec.template.spec.domain.devices.disks[].blockSize` of a VirtualMachine takes, and what 4 other places take. */
export interface BlockSize {
  /** Sizes in bytes. `CustomBlockSize`. In KubeVirt v1.5 and later. */
  readonly custom?: CustomBlockSize;

  /** Takes the sizes of the volume. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly matchVolume?: FeatureState;
}

/** What `spec.template.spec.domain.devices.disks[].cdrom` of a VirtualMachine takes, and what 2 other places take. */
export interface CDRomTarget {
  /** Bus of the drive, `sata` if unset. String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** Whether the guest may only read it; so it is if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly readonly?: boolean;

  /** Whether the tray is `open` or `closed`. String. In KubeVirt v1.5 and later. */
  readonly tray?: string;
}

/** What `spec.template.spec.domain.devices.disks[].disk` of a VirtualMachine takes, and what 2 other places take. */
export interface DiskTarget {
  /** Bus of the disk. `virtio` is fast, `sata` needs no driver, `scsi` and `virtio` can be plugged while the VM runs. String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** Address on the PCI bus, as `0000:81:01.10`. String. In KubeVirt v1.5 and later. */
  readonly pciAddress?: string;

  /** Whether the guest may only read it. Boolean. In KubeVirt v1.5 and later. */
  readonly readonly?: boolean;
}

/** What `spec.template.spec.domain.devices.disks[].lun` of a VirtualMachine takes, and what 2 other places take. */
export interface LunTarget {
  /** Bus of the LUN. String. In KubeVirt v1.5 and later. */
  readonly bus?: string;

  /** Whether the guest may only read it. Boolean. In KubeVirt v1.5 and later. */
  readonly readonly?: boolean;

  /** Lets the guest reserve it with commands of SCSI, for Windows clusters. Boolean. In KubeVirt v1.5 and later. */
  readonly reservation?: boolean;
}

/** What `spec.template.spec.domain.devices.gpus[].virtualGPUOptions` of a VirtualMachine takes, and what 6 other places take. */
export interface VGPUOptions {
  /** Its picture. `VGPUDisplayOptions`. In KubeVirt v1.5 and later. */
  readonly display?: VGPUDisplayOptions;
}

/** What `spec.template.spec.domain.devices.interfaces[].binding` of a VirtualMachine takes, and what 2 other places take. */
export interface PluginBinding {
  /** Name under which the KubeVirt object registers the plugin. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.domain.devices.interfaces[].dhcpOptions` of a VirtualMachine takes, and what 2 other places take. */
export interface DHCPOptions {
  /** File to boot from by network. String. In KubeVirt v1.5 and later. */
  readonly bootFileName?: string;

  /** Time servers, by address. List of strings. In KubeVirt v1.5 and later. */
  readonly ntpServers?: string[];

  /** Options 224 to 254. List of `DHCPPrivateOption`. In KubeVirt v1.5 and later. */
  readonly privateOptions?: DHCPPrivateOption[];

  /** Server to boot from by network. String. In KubeVirt v1.5 and later. */
  readonly tftpServerName?: string;
}

/** What `spec.template.spec.domain.devices.disks[].blockSize.custom` of a VirtualMachine takes, and what 4 other places take. */
export interface CustomBlockSize {
  /** Smallest piece that can be discarded, in bytes. Integer. Since KubeVirt v1.8. */
  readonly discardGranularity?: number;

  /** Smallest piece that can be addressed, in bytes; a power of 2. Integer. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly logical?: number;

  /** Smallest piece that is written at once, in bytes; a power of 2. Integer. Required before KubeVirt v1.8. In KubeVirt v1.5 and later. */
  readonly physical?: number;
}

/** What `spec.template.spec.domain.devices.gpus[].virtualGPUOptions.display` of a VirtualMachine takes, and what 6 other places take. */
export interface VGPUDisplayOptions {
  /** Shows a picture; on if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** A picture before the guest has its driver; on if unset. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly ramFB?: FeatureState;
}

/** What `spec.template.spec.domain.devices.interfaces[].portRanges[]` of a VirtualMachine takes, and what 2 other places take. */
export interface PortRange {
  /** Last port. Integer. Required. Since KubeVirt v1.9. */
  readonly end: number;

  /** `TCP` if unset. String. Required. Since KubeVirt v1.9. */
  readonly protocol: string;

  /** First port. Integer. Required. Since KubeVirt v1.9. */
  readonly start: number;
}

/** What `spec.template.spec.domain.devices.interfaces[].ports[]` of a VirtualMachine takes, and what 2 other places take. */
export interface InterfacePort {
  /** Name of the port. String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** Number of the port. Integer. Required. In KubeVirt v1.5 and later. */
  readonly port: number;

  /** `TCP` if unset. String. In KubeVirt v1.5 and later. */
  readonly protocol?: string;
}

/** What `spec.template.spec.domain.devices.interfaces[].dhcpOptions.privateOptions[]` of a VirtualMachine takes, and what 2 other places take. */
export interface DHCPPrivateOption {
  /** Number of the option, 224 to 254. Integer. Required. In KubeVirt v1.5 and later. */
  readonly option: number;

  /** What it says. String. Required. In KubeVirt v1.5 and later. */
  readonly value: string;
}
