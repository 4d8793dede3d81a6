// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { Quantity } from './quantity';

/** What `spec.template.spec.domain.chassis` of a VirtualMachine takes, and what 2 other places take. */
export interface Chassis {
  /** Asset tag. String. In KubeVirt v1.5 and later. */
  readonly asset?: string;

  /** Who made it. String. In KubeVirt v1.5 and later. */
  readonly manufacturer?: string;

  /** Serial number of the case. String. In KubeVirt v1.5 and later. */
  readonly serial?: string;

  /** Stock keeping unit. String. In KubeVirt v1.5 and later. */
  readonly sku?: string;

  /** Version of the case. String. In KubeVirt v1.5 and later. */
  readonly version?: string;
}

/** What `spec.template.spec.domain.clock` of a VirtualMachine takes, and what 2 other places take. */
export interface Clock {
  /** Timers that the guest has. `Timer`. In KubeVirt v1.5 and later. */
  readonly timer?: Timer;

  /** Sets the hardware clock to the time of a zone, such as `Europe/Berlin`; the guest has to expect that. String. In KubeVirt v1.5 and later. */
  readonly timezone?: string;

  /** Sets the hardware clock to UTC. `ClockOffsetUTC`. In KubeVirt v1.5 and later. */
  readonly utc?: ClockOffsetUTC;
}

/** What `spec.template.spec.domain.cpu` of a VirtualMachine takes, and what 2 other places take. */
export interface Cpu {
  /** Cores in each socket; the guest has cores × sockets × threads processors. Integer. In KubeVirt v1.5 and later. */
  readonly cores?: number;

  /** Gives each processor of the guest one of the host for itself; needs nodes with the static CPU manager. Boolean. In KubeVirt v1.5 and later. */
  readonly dedicatedCpuPlacement?: boolean;

  /** Features of the processor that are demanded or hidden. List of `CPUFeature`. In KubeVirt v1.5 and later. */
  readonly features?: CPUFeature[];

  /** One more processor of the host for QEMU itself; with dedicated processors only. Boolean. In KubeVirt v1.5 and later. */
  readonly isolateEmulatorThread?: boolean;

  /** Sockets up to which processors can be added while the VM runs. Integer. In KubeVirt v1.5 and later. */
  readonly maxSockets?: number;

  /** Processor that the guest sees, such as `host-model`, `host-passthrough` or a named one. A named one migrates between unlike hosts. String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** NUMA topology of the guest. `Numa`. In KubeVirt v1.5 and later. */
  readonly numa?: Numa;

  /** Scheduling for guests with deadlines. `Realtime`. In KubeVirt v1.5 and later. */
  readonly realtime?: Realtime;

  /** Sockets; these can be added while the VM runs. Integer. In KubeVirt v1.5 and later. */
  readonly sockets?: number;

  /** Threads in each core. Integer. In KubeVirt v1.5 and later. */
  readonly threads?: number;
}

/** What `spec.template.spec.domain.features` of a VirtualMachine takes, and what 2 other places take. */
export interface Features {
  /** ACPI, by which the guest is asked to shut down. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly acpi?: FeatureState;

  /** The interrupt controller of the guest. `FeatureAPIC`. In KubeVirt v1.5 and later. */
  readonly apic?: FeatureAPIC;

  /** What Windows guests need to run fast on a hypervisor. `FeatureHyperv`. In KubeVirt v1.5 and later. */
  readonly hyperv?: FeatureHyperv;

  /** All features for Windows that the host has; the VM then migrates to hosts of its kind only. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly hypervPassthrough?: FeatureState;

  /** Whether the guest can tell that it runs on KVM. `FeatureKVM`. In KubeVirt v1.5 and later. */
  readonly kvm?: FeatureKVM;

  /** Spin locks that know of the hypervisor. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly pvspinlock?: FeatureState;

  /** System Management Mode, which Secure Boot needs. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly smm?: FeatureState;
}

/** What `spec.template.spec.domain.firmware` of a VirtualMachine takes, and what 2 other places take. */
export interface Firmware {
  /** Tables for the guest's ACPI, such as a licence of Windows. `Acpi`. In KubeVirt v1.5 and later. */
  readonly acpi?: Acpi;

  /** BIOS or EFI. `Bootloader`. In KubeVirt v1.5 and later. */
  readonly bootloader?: Bootloader;

  /** Boots a kernel from a container instead of from a disk. `KernelBoot`. In KubeVirt v1.5 and later. */
  readonly kernelBoot?: KernelBoot;

  /** Serial number of the system in SMBIOS. String. In KubeVirt v1.5 and later. */
  readonly serial?: string;

  /** UUID of the system in SMBIOS; made from the name of the VM if unset. String. In KubeVirt v1.5 and later. */
  readonly uuid?: string;
}

/** What `spec.template.spec.domain.launchSecurity` of a VirtualMachine takes, and what 6 other places take. */
export interface LaunchSecurity {
  /** Encryption by AMD SEV. `Sev`. In KubeVirt v1.5 and later. */
  readonly sev?: Sev;

  /** Encryption and integrity by AMD SEV-SNP. Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly snp?: any;

  /** Encryption by Intel TDX. Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly tdx?: any;
}

/** What `spec.template.spec.domain.memory` of a VirtualMachine takes, and what 2 other places take. */
export interface Memory {
  /** Memory that the guest sees. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly guest?: Quantity;

  /** Backs the guest's memory with huge pages of the node, which have to be set aside there. `Hugepages`. In KubeVirt v1.5 and later. */
  readonly hugepages?: Hugepages;

  /** Memory up to which it can be grown while the VM runs. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly maxGuest?: Quantity;

  /** Memory of the pod beyond that of the guest. `ReservedOverhead`. Since KubeVirt v1.8. */
  readonly reservedOverhead?: ReservedOverhead;
}

/** What `spec.template.spec.domain.clock.timer` of a VirtualMachine takes, and what 4 other places take. */
export interface Timer {
  /** High Precision Event Timer; Windows does better without. `HPETTimer`. In KubeVirt v1.5 and later. */
  readonly hpet?: HPETTimer;

  /** The clock that Windows guests read from the hypervisor. `HypervTimer`. In KubeVirt v1.5 and later. */
  readonly hyperv?: HypervTimer;

  /** The clock that Linux guests read from the hypervisor. `KVMTimer`. In KubeVirt v1.5 and later. */
  readonly kvm?: KVMTimer;

  /** Programmable Interval Timer. `PITTimer`. In KubeVirt v1.5 and later. */
  readonly pit?: PITTimer;

  /** Real Time Clock. `RTCTimer`. In KubeVirt v1.5 and later. */
  readonly rtc?: RTCTimer;
}

/** What `spec.template.spec.domain.clock.utc` of a VirtualMachine takes, and what 4 other places take. */
export interface ClockOffsetUTC {
  /** Seconds that the clock differs from UTC. Integer. In KubeVirt v1.5 and later. */
  readonly offsetSeconds?: number;
}

/** What `spec.template.spec.domain.cpu.numa` of a VirtualMachine takes, and what 4 other places take. */
export interface Numa {
  /** The guest sees the NUMA nodes that its processors and memory come from; needs dedicated processors and huge pages. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly guestMappingPassthrough?: any;
}

/** What `spec.template.spec.domain.cpu.realtime` of a VirtualMachine takes, and what 4 other places take. */
export interface Realtime {
  /** Which processors of the guest are scheduled for real time, such as `0-3,^1`; all if unset. String. In KubeVirt v1.5 and later. */
  readonly mask?: string;
}

/** What `spec.template.spec.domain.features.acpi` of a VirtualMachine takes, and what 97 other places take. */
export interface FeatureState {
  /** Whether the guest has it; it has if the object is there and this is unset. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;
}

/** What `spec.template.spec.domain.features.apic` of a VirtualMachine takes, and what 4 other places take. */
export interface FeatureAPIC {
  /** Whether the guest has it. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Whether the end of an interrupt is told without an exit to the hypervisor. Boolean. In KubeVirt v1.5 and later. */
  readonly endOfInterrupt?: boolean;
}

/** What `spec.template.spec.domain.features.hyperv` of a VirtualMachine takes, and what 4 other places take. */
export interface FeatureHyperv {
  /** Faster nested virtualization. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly evmcs?: FeatureState;

  /** Tells the frequencies of the processor and of its timer. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly frequencies?: FeatureState;

  /** Interrupts between many processors at once. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly ipi?: FeatureState;

  /** Tells the guest when its time counter changes speed in a migration. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly reenlightenment?: FeatureState;

  /** Spares the guest a blue screen when it was not scheduled for a while. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly relaxed?: FeatureState;

  /** Lets the guest reset itself. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly reset?: FeatureState;

  /** Tells how long each processor has run. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly runtime?: FeatureState;

  /** How often the guest tries a lock before it gives the processor back. `FeatureSpinlocks`. In KubeVirt v1.5 and later. */
  readonly spinlocks?: FeatureSpinlocks;

  /** Interrupt controller for messages of the hypervisor. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly synic?: FeatureState;

  /** Timers that use it. `SyNICTimer`. In KubeVirt v1.5 and later. */
  readonly synictimer?: SyNICTimer;

  /** Flushes the address caches of many processors at once. `TLBFlush`. In KubeVirt v1.5 and later. */
  readonly tlbflush?: TLBFlush;

  /** Interrupt handling without exits to the hypervisor. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly vapic?: FeatureState;

  /** Which hypervisor the guest believes to run on. `FeatureVendorID`. In KubeVirt v1.5 and later. */
  readonly vendorid?: FeatureVendorID;

  /** Numbers the processors for the hypervisor. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly vpindex?: FeatureState;
}

/** What `spec.template.spec.domain.features.kvm` of a VirtualMachine takes, and what 4 other places take. */
export interface FeatureKVM {
  /** Hides KVM from the guest, which some drivers insist on. Boolean. In KubeVirt v1.5 and later. */
  readonly hidden?: boolean;
}

/** What `spec.template.spec.domain.firmware.acpi` of a VirtualMachine takes, and what 2 other places take. */
export interface Acpi {
  /** Volume with a Secret that holds the MSDM table, the licence of Windows. String. Since KubeVirt v1.8. */
  readonly msdmNameRef?: string;

  /** Volume with a Secret that holds the SLIC table. String. In KubeVirt v1.5 and later. */
  readonly slicNameRef?: string;
}

/** What `spec.template.spec.domain.firmware.bootloader` of a VirtualMachine takes, and what 2 other places take. */
export interface Bootloader {
  /** BIOS, which is the default on amd64. `Bios`. In KubeVirt v1.5 and later. */
  readonly bios?: Bios;

  /** EFI, with Secure Boot unless it is switched off. `Efi`. In KubeVirt v1.5 and later. */
  readonly efi?: Efi;
}

/** What `spec.template.spec.domain.firmware.kernelBoot` of a VirtualMachine takes, and what 2 other places take. */
export interface KernelBoot {
  /** Image with the kernel and its initial disk. `KernelBootContainer`. In KubeVirt v1.5 and later. */
  readonly container?: KernelBootContainer;

  /** Command line of the kernel. String. In KubeVirt v1.5 and later. */
  readonly kernelArgs?: string;
}

/** What `spec.template.spec.domain.launchSecurity.sev` of a VirtualMachine takes, and what 6 other places take. */
export interface Sev {
  /** Lets the owner of the guest attest it before it starts. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly attestation?: any;

  /** Certificate of the owner of the guest, in base64. String. In KubeVirt v1.5 and later. */
  readonly dhCert?: string;

  /** What the firmware holds the host to. `SEVPolicy`. In KubeVirt v1.5 and later. */
  readonly policy?: SEVPolicy;

  /** Session of the owner of the guest, in base64. String. In KubeVirt v1.5 and later. */
  readonly session?: string;
}

/** What `spec.template.spec.domain.memory.hugepages` of a VirtualMachine takes, and what 4 other places take. */
export interface Hugepages {
  /** Size of a page, such as `2Mi` or `1Gi`. String. In KubeVirt v1.5 and later. */
  readonly pageSize?: string;
}

/** What `spec.template.spec.domain.memory.reservedOverhead` of a VirtualMachine takes, and what 2 other places take. */
export interface ReservedOverhead {
  /** Memory added to what KubeVirt reckons with for QEMU. Quantity, such as `500m` or `4Gi`. Since KubeVirt v1.8. */
  readonly addedOverhead?: Quantity;

  /** Whether the guest's memory is locked on the host. String, one of `NotRequired`, `Required`. Since KubeVirt v1.8. */
  readonly memLock?: string;
}

/** What `spec.template.spec.domain.clock.timer.hpet` of a VirtualMachine takes, and what 4 other places take. */
export interface HPETTimer {
  /** Whether the guest has it; it has if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;

  /** What happens to ticks that the guest could not take in time. String. In KubeVirt v1.5 and later. */
  readonly tickPolicy?: string;
}

/** What `spec.template.spec.domain.clock.timer.hyperv` of a VirtualMachine takes, and what 4 other places take. */
export interface HypervTimer {
  /** Whether the guest has it; it has if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;
}

/** What `spec.template.spec.domain.clock.timer.kvm` of a VirtualMachine takes, and what 4 other places take. */
export interface KVMTimer {
  /** Whether the guest has it; it has if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;
}

/** What `spec.template.spec.domain.clock.timer.pit` of a VirtualMachine takes, and what 4 other places take. */
export interface PITTimer {
  /** Whether the guest has it; it has if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;

  /** What happens to ticks that the guest could not take in time. String. In KubeVirt v1.5 and later. */
  readonly tickPolicy?: string;
}

/** What `spec.template.spec.domain.clock.timer.rtc` of a VirtualMachine takes, and what 4 other places take. */
export interface RTCTimer {
  /** Whether the guest has it; it has if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;

  /** What happens to ticks that the guest could not take in time. String. In KubeVirt v1.5 and later. */
  readonly tickPolicy?: string;

  /** Whether the clock follows that of the host (`wall`) or the guest's (`guest`). String. In KubeVirt v1.5 and later. */
  readonly track?: string;
}

/** What `spec.template.spec.domain.cpu.features[]` of a VirtualMachine takes, and what 4 other places take. */
export interface CPUFeature {
  /** Name of the feature as libvirt has it, such as `pcid`. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Whether the guest gets it. `require` refuses hosts without it, `optional` takes it where it is, `force` shows it even where the host lacks it, `disable` hides it, `forbid` refuses hosts that have it. String. In KubeVirt v1.5 and later. */
  readonly policy?: string;
}

/** What `spec.template.spec.domain.features.hyperv.spinlocks` of a VirtualMachine takes, and what 4 other places take. */
export interface FeatureSpinlocks {
  /** Whether the guest has it. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Tries before the guest gives up. Integer. In KubeVirt v1.5 and later. */
  readonly spinlocks?: number;
}

/** What `spec.template.spec.domain.features.hyperv.synictimer` of a VirtualMachine takes, and what 4 other places take. */
export interface SyNICTimer {
  /** Delivers the timer as an interrupt at once. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly direct?: FeatureState;

  /** Whether the guest has it. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;
}

/** What `spec.template.spec.domain.features.hyperv.tlbflush` of a VirtualMachine takes, and what 4 other places take. */
export interface TLBFlush {
  /** Lets nested guests flush at once. `FeatureState`. Since KubeVirt v1.8. */
  readonly direct?: FeatureState;

  /** Whether the guest has it. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Takes long lists of addresses. `FeatureState`. Since KubeVirt v1.8. */
  readonly extended?: FeatureState;
}

/** What `spec.template.spec.domain.features.hyperv.vendorid` of a VirtualMachine takes, and what 4 other places take. */
export interface FeatureVendorID {
  /** Whether the guest has it. Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Name of at most 12 characters. String. In KubeVirt v1.5 and later. */
  readonly vendorid?: string;
}

/** What `spec.template.spec.domain.firmware.bootloader.bios` of a VirtualMachine takes, and what 2 other places take. */
export interface Bios {
  /** Shows the output of the BIOS on the serial console. Boolean. In KubeVirt v1.5 and later. */
  readonly useSerial?: boolean;
}

/** What `spec.template.spec.domain.firmware.bootloader.efi` of a VirtualMachine takes, and what 4 other places take. */
export interface Efi {
  /** Keeps the EFI variables over restarts, on a volume of their own. Boolean. In KubeVirt v1.5 and later. */
  readonly persistent?: boolean;

  /** Boots signed code only; needs SMM. On if unset. Boolean. In KubeVirt v1.5 and later. */
  readonly secureBoot?: boolean;
}

/** What `spec.template.spec.domain.firmware.kernelBoot.container` of a VirtualMachine takes, and what 2 other places take. */
export interface KernelBootContainer {
  /** Name of the image. String. Required. In KubeVirt v1.5 and later. */
  readonly image: string;

  /** When the image is fetched again. String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** Secret with the password for its registry. String. In KubeVirt v1.5 and later. */
  readonly imagePullSecret?: string;

  /** Path of the initial RAM disk in the image. String. In KubeVirt v1.5 and later. */
  readonly initrdPath?: string;

  /** Path of the kernel in the image. String. In KubeVirt v1.5 and later. */
  readonly kernelPath?: string;
}

/** What `spec.template.spec.domain.launchSecurity.sev.policy` of a VirtualMachine takes, and what 6 other places take. */
export interface SEVPolicy {
  /** Encrypts the registers too (SEV-ES). Boolean. In KubeVirt v1.5 and later. */
  readonly encryptedState?: boolean;
}
