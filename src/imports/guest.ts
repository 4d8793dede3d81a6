// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { Quantity } from './quantity';

/** What `spec.template.spec.domain.chassis` of a VirtualMachine takes, and what one other place takes. */
export interface Chassis {
  /** String. In KubeVirt v1.5 and later. */
  readonly asset?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly manufacturer?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly serial?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly sku?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly version?: string;
}

/** What `spec.template.spec.domain.clock` of a VirtualMachine takes, and what one other place takes. */
export interface Clock {
  /** `Timer`. In KubeVirt v1.5 and later. */
  readonly timer?: Timer;

  /** String. In KubeVirt v1.5 and later. */
  readonly timezone?: string;

  /** `ClockOffsetUTC`. In KubeVirt v1.5 and later. */
  readonly utc?: ClockOffsetUTC;
}

/** What `spec.template.spec.domain.cpu` of a VirtualMachine takes, and what one other place takes. */
export interface Cpu {
  /** Integer. In KubeVirt v1.5 and later. */
  readonly cores?: number;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly dedicatedCpuPlacement?: boolean;

  /** List of `CPUFeature`. In KubeVirt v1.5 and later. */
  readonly features?: CPUFeature[];

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly isolateEmulatorThread?: boolean;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly maxSockets?: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** `Numa`. In KubeVirt v1.5 and later. */
  readonly numa?: Numa;

  /** `Realtime`. In KubeVirt v1.5 and later. */
  readonly realtime?: Realtime;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly sockets?: number;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly threads?: number;
}

/** What `spec.template.spec.domain.features` of a VirtualMachine takes, and what one other place takes. */
export interface Features {
  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly acpi?: FeatureState;

  /** `FeatureAPIC`. In KubeVirt v1.5 and later. */
  readonly apic?: FeatureAPIC;

  /** `FeatureHyperv`. In KubeVirt v1.5 and later. */
  readonly hyperv?: FeatureHyperv;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly hypervPassthrough?: FeatureState;

  /** `FeatureKVM`. In KubeVirt v1.5 and later. */
  readonly kvm?: FeatureKVM;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly pvspinlock?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly smm?: FeatureState;
}

/** What `spec.template.spec.domain.firmware` of a VirtualMachine takes, and what one other place takes. */
export interface Firmware {
  /** `Acpi`. In KubeVirt v1.5 and later. */
  readonly acpi?: Acpi;

  /** `Bootloader`. In KubeVirt v1.5 and later. */
  readonly bootloader?: Bootloader;

  /** `KernelBoot`. In KubeVirt v1.5 and later. */
  readonly kernelBoot?: KernelBoot;

  /** String. In KubeVirt v1.5 and later. */
  readonly serial?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly uuid?: string;
}

/** What `spec.template.spec.domain.launchSecurity` of a VirtualMachine takes, and what 5 other places take. */
export interface LaunchSecurity {
  /** `Sev`. In KubeVirt v1.5 and later. */
  readonly sev?: Sev;

  /** Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly snp?: any;

  /** Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly tdx?: any;
}

/** What `spec.template.spec.domain.memory` of a VirtualMachine takes, and what one other place takes. */
export interface Memory {
  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly guest?: Quantity;

  /** `Hugepages`. In KubeVirt v1.5 and later. */
  readonly hugepages?: Hugepages;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly maxGuest?: Quantity;

  /** `ReservedOverhead`. Since KubeVirt v1.8. */
  readonly reservedOverhead?: ReservedOverhead;
}

/** What `spec.template.spec.domain.clock.timer` of a VirtualMachine takes, and what 3 other places take. */
export interface Timer {
  /** `HPETTimer`. In KubeVirt v1.5 and later. */
  readonly hpet?: HPETTimer;

  /** `HypervTimer`. In KubeVirt v1.5 and later. */
  readonly hyperv?: HypervTimer;

  /** `KVMTimer`. In KubeVirt v1.5 and later. */
  readonly kvm?: KVMTimer;

  /** `PITTimer`. In KubeVirt v1.5 and later. */
  readonly pit?: PITTimer;

  /** `RTCTimer`. In KubeVirt v1.5 and later. */
  readonly rtc?: RTCTimer;
}

/** What `spec.template.spec.domain.clock.utc` of a VirtualMachine takes, and what 3 other places take. */
export interface ClockOffsetUTC {
  /** Integer. In KubeVirt v1.5 and later. */
  readonly offsetSeconds?: number;
}

/** What `spec.template.spec.domain.cpu.numa` of a VirtualMachine takes, and what 3 other places take. */
export interface Numa {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly guestMappingPassthrough?: any;
}

/** What `spec.template.spec.domain.cpu.realtime` of a VirtualMachine takes, and what 3 other places take. */
export interface Realtime {
  /** String. In KubeVirt v1.5 and later. */
  readonly mask?: string;
}

/** What `spec.template.spec.domain.features.acpi` of a VirtualMachine takes, and what 78 other places take. */
export interface FeatureState {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;
}

/** What `spec.template.spec.domain.features.apic` of a VirtualMachine takes, and what 3 other places take. */
export interface FeatureAPIC {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly endOfInterrupt?: boolean;
}

/** What `spec.template.spec.domain.features.hyperv` of a VirtualMachine takes, and what 3 other places take. */
export interface FeatureHyperv {
  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly evmcs?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly frequencies?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly ipi?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly reenlightenment?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly relaxed?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly reset?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly runtime?: FeatureState;

  /** `FeatureSpinlocks`. In KubeVirt v1.5 and later. */
  readonly spinlocks?: FeatureSpinlocks;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly synic?: FeatureState;

  /** `SyNICTimer`. In KubeVirt v1.5 and later. */
  readonly synictimer?: SyNICTimer;

  /** `TLBFlush`. In KubeVirt v1.5 and later. */
  readonly tlbflush?: TLBFlush;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly vapic?: FeatureState;

  /** `FeatureVendorID`. In KubeVirt v1.5 and later. */
  readonly vendorid?: FeatureVendorID;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly vpindex?: FeatureState;
}

/** What `spec.template.spec.domain.features.kvm` of a VirtualMachine takes, and what 3 other places take. */
export interface FeatureKVM {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly hidden?: boolean;
}

/** What `spec.template.spec.domain.firmware.acpi` of a VirtualMachine takes, and what one other place takes. */
export interface Acpi {
  /** String. Since KubeVirt v1.8. */
  readonly msdmNameRef?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly slicNameRef?: string;
}

/** What `spec.template.spec.domain.firmware.bootloader` of a VirtualMachine takes, and what one other place takes. */
export interface Bootloader {
  /** `Bios`. In KubeVirt v1.5 and later. */
  readonly bios?: Bios;

  /** `Efi`. In KubeVirt v1.5 and later. */
  readonly efi?: Efi;
}

/** What `spec.template.spec.domain.firmware.kernelBoot` of a VirtualMachine takes, and what one other place takes. */
export interface KernelBoot {
  /** `KernelBootContainer`. In KubeVirt v1.5 and later. */
  readonly container?: KernelBootContainer;

  /** String. In KubeVirt v1.5 and later. */
  readonly kernelArgs?: string;
}

/** What `spec.template.spec.domain.launchSecurity.sev` of a VirtualMachine takes, and what 5 other places take. */
export interface Sev {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly attestation?: any;

  /** String. In KubeVirt v1.5 and later. */
  readonly dhCert?: string;

  /** `SEVPolicy`. In KubeVirt v1.5 and later. */
  readonly policy?: SEVPolicy;

  /** String. In KubeVirt v1.5 and later. */
  readonly session?: string;
}

/** What `spec.template.spec.domain.memory.hugepages` of a VirtualMachine takes, and what 3 other places take. */
export interface Hugepages {
  /** String. In KubeVirt v1.5 and later. */
  readonly pageSize?: string;
}

/** What `spec.template.spec.domain.memory.reservedOverhead` of a VirtualMachine takes, and what one other place takes. */
export interface ReservedOverhead {
  /** Quantity, such as `500m` or `4Gi`. Since KubeVirt v1.8. */
  readonly addedOverhead?: Quantity;

  /** String, one of `NotRequired`, `Required`. Since KubeVirt v1.8. */
  readonly memLock?: string;
}

/** What `spec.template.spec.domain.clock.timer.hpet` of a VirtualMachine takes, and what 3 other places take. */
export interface HPETTimer {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly tickPolicy?: string;
}

/** What `spec.template.spec.domain.clock.timer.hyperv` of a VirtualMachine takes, and what 3 other places take. */
export interface HypervTimer {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;
}

/** What `spec.template.spec.domain.clock.timer.kvm` of a VirtualMachine takes, and what 3 other places take. */
export interface KVMTimer {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;
}

/** What `spec.template.spec.domain.clock.timer.pit` of a VirtualMachine takes, and what 3 other places take. */
export interface PITTimer {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly tickPolicy?: string;
}

/** What `spec.template.spec.domain.clock.timer.rtc` of a VirtualMachine takes, and what 3 other places take. */
export interface RTCTimer {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly present?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly tickPolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly track?: string;
}

/** What `spec.template.spec.domain.cpu.features[]` of a VirtualMachine takes, and what 3 other places take. */
export interface CPUFeature {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly policy?: string;
}

/** What `spec.template.spec.domain.features.hyperv.spinlocks` of a VirtualMachine takes, and what 3 other places take. */
export interface FeatureSpinlocks {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly spinlocks?: number;
}

/** What `spec.template.spec.domain.features.hyperv.synictimer` of a VirtualMachine takes, and what 3 other places take. */
export interface SyNICTimer {
  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly direct?: FeatureState;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;
}

/** What `spec.template.spec.domain.features.hyperv.tlbflush` of a VirtualMachine takes, and what 3 other places take. */
export interface TLBFlush {
  /** `FeatureState`. Since KubeVirt v1.8. */
  readonly direct?: FeatureState;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** `FeatureState`. Since KubeVirt v1.8. */
  readonly extended?: FeatureState;
}

/** What `spec.template.spec.domain.features.hyperv.vendorid` of a VirtualMachine takes, and what 3 other places take. */
export interface FeatureVendorID {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly enabled?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly vendorid?: string;
}

/** What `spec.template.spec.domain.firmware.bootloader.bios` of a VirtualMachine takes, and what one other place takes. */
export interface Bios {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly useSerial?: boolean;
}

/** What `spec.template.spec.domain.firmware.bootloader.efi` of a VirtualMachine takes, and what 3 other places take. */
export interface Efi {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly persistent?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly secureBoot?: boolean;
}

/** What `spec.template.spec.domain.firmware.kernelBoot.container` of a VirtualMachine takes, and what one other place takes. */
export interface KernelBootContainer {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly image: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly imagePullSecret?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly initrdPath?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly kernelPath?: string;
}

/** What `spec.template.spec.domain.launchSecurity.sev.policy` of a VirtualMachine takes, and what 5 other places take. */
export interface SEVPolicy {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly encryptedState?: boolean;
}
