// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { BlockSize, TPMDevice, VGPUOptions } from './devices';
import type { ClockOffsetUTC, CPUFeature, Efi, FeatureAPIC, FeatureHyperv, FeatureKVM, FeatureState, LaunchSecurity, Timer } from './guest';
import { plain } from './plain';
import type { Quantity } from './quantity';

/** The fields of a `KubeVirtualMachinePreference`. */
export interface KubeVirtualMachinePreferenceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachinePreference. */
  readonly spec: VirtualMachinePreferenceSpec;
}

/** A VirtualMachinePreference of instancetype.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachinePreference extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachinePreference. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePreference',
  };

  /**
   * The manifest of a VirtualMachinePreference, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachinePreferenceProps): any {
    return { ...KubeVirtualMachinePreference.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachinePreference to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachinePreferenceProps) {
    const { apiVersion, kind } = KubeVirtualMachinePreference.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeVirtualMachineClusterPreference`. */
export interface KubeVirtualMachineClusterPreferenceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineClusterPreference. */
  readonly spec: VirtualMachinePreferenceSpec;
}

/** A VirtualMachineClusterPreference of instancetype.kubevirt.io/v1beta1, for the whole cluster, as it stands in the manifest. */
export class KubeVirtualMachineClusterPreference extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineClusterPreference. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachineClusterPreference',
  };

  /**
   * The manifest of a VirtualMachineClusterPreference, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineClusterPreferenceProps): any {
    return { ...KubeVirtualMachineClusterPreference.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineClusterPreference to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineClusterPreferenceProps) {
    const { apiVersion, kind } = KubeVirtualMachineClusterPreference.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachinePreference takes, and what one other place takes. */
export interface VirtualMachinePreferenceSpec {
  /** Annotations for each instance. Map of strings. In KubeVirt v1.5 and later. */
  readonly annotations?: { readonly [key: string]: string };

  /** Hardware clock and timers. `ClockPreferences`. In KubeVirt v1.5 and later. */
  readonly clock?: ClockPreferences;

  /** How processors are laid out. `CPUPreferences`. In KubeVirt v1.5 and later. */
  readonly cpu?: CPUPreferences;

  /** Devices and their models. `DevicePreferences`. In KubeVirt v1.5 and later. */
  readonly devices?: DevicePreferences;

  /** Features of the hypervisor. `FeaturePreferences`. In KubeVirt v1.5 and later. */
  readonly features?: FeaturePreferences;

  /** Boot loader. `FirmwarePreferences`. In KubeVirt v1.5 and later. */
  readonly firmware?: FirmwarePreferences;

  /** Machine type. `MachinePreferences`. In KubeVirt v1.5 and later. */
  readonly machine?: MachinePreferences;

  /** Cores for each socket, with the topology `spread`. Integer. In KubeVirt v1.5 and later. */
  readonly preferSpreadSocketToCoreRatio?: number;

  /** Processor architecture of the guest. String. Since KubeVirt v1.8. */
  readonly preferredArchitecture?: string;

  /** Memory encryption of confidential VMs. `LaunchSecurity`. Since KubeVirt v1.9. */
  readonly preferredLaunchSecurity?: LaunchSecurity;

  /** Headless Service in whose domain the guest gets a DNS name. String. In KubeVirt v1.5 and later. */
  readonly preferredSubdomain?: string;

  /** Seconds that the guest has to shut down before it is killed. Integer. In KubeVirt v1.5 and later. */
  readonly preferredTerminationGracePeriodSeconds?: number;

  /** What a VM must have at least, or it is refused. `PreferenceRequirements`. In KubeVirt v1.5 and later. */
  readonly requirements?: PreferenceRequirements;

  /** Storage of volumes. `VolumePreferences`. In KubeVirt v1.5 and later. */
  readonly volumes?: VolumePreferences;
}

/** What `spec.clock` of a VirtualMachinePreference takes, and what one other place takes. */
export interface ClockPreferences {
  /** Time zone or offset of the hardware clock. `ClockOffset`. In KubeVirt v1.5 and later. */
  readonly preferredClockOffset?: ClockOffset;

  /** Timers that the guest has. `Timer`. In KubeVirt v1.5 and later. */
  readonly preferredTimer?: Timer;
}

/** What `spec.cpu` of a VirtualMachinePreference takes, and what one other place takes. */
export interface CPUPreferences {
  /** Features of the processor that are demanded or hidden. List of `CPUFeature`. In KubeVirt v1.5 and later. */
  readonly preferredCPUFeatures?: CPUFeature[];

  /** What the processors of the instance type are. `sockets`, `cores`, `threads`, `spread` over several, or `any`. String. In KubeVirt v1.5 and later. */
  readonly preferredCPUTopology?: string;

  /** How they are spread. `SpreadOptions`. In KubeVirt v1.5 and later. */
  readonly spreadOptions?: SpreadOptions;
}

/** What `spec.devices` of a VirtualMachinePreference takes, and what one other place takes. */
export interface DevicePreferences {
  /** Whether a graphics card is added. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachGraphicsDevice?: boolean;

  /** Whether a tablet is added. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachInputDevice?: boolean;

  /** Whether a balloon is added. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachMemBalloon?: boolean;

  /** Whether a VM without interfaces is connected to the pod network. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachPodInterface?: boolean;

  /** Whether a serial console is added. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachSerialConsole?: boolean;

  /** Whether disks have as many queues as the guest has processors. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredBlockMultiQueue?: boolean;

  /** Bus of CD-ROMs. String. In KubeVirt v1.5 and later. */
  readonly preferredCdromBus?: string;

  /** Whether devices are kept from being added while the VM runs. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredDisableHotplug?: boolean;

  /** Sizes of blocks that the guest sees. `BlockSize`. In KubeVirt v1.5 and later. */
  readonly preferredDiskBlockSize?: BlockSize;

  /** Bus of disks. String. In KubeVirt v1.5 and later. */
  readonly preferredDiskBus?: string;

  /** How writes go through the page cache of the host. String. In KubeVirt v1.5 and later. */
  readonly preferredDiskCache?: string;

  /** Whether each disk has a thread of its own. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredDiskDedicatedIoThread?: boolean;

  /** How QEMU talks to the storage. String. In KubeVirt v1.5 and later. */
  readonly preferredDiskIO?: string;

  /** Bus of tablets. String. In KubeVirt v1.5 and later. */
  readonly preferredInputBus?: string;

  /** Kind of input device. String. In KubeVirt v1.5 and later. */
  readonly preferredInputType?: string;

  /** Whether interfaces on the pod network use NAT. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly preferredInterfaceMasquerade?: any;

  /** Network card that the guest sees. String. In KubeVirt v1.5 and later. */
  readonly preferredInterfaceModel?: string;

  /** Bus of LUNs. String. In KubeVirt v1.5 and later. */
  readonly preferredLunBus?: string;

  /** Whether interfaces have as many queues as the guest has processors. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredNetworkInterfaceMultiQueue?: boolean;

  /** How the guest tells that it has crashed. String. Since KubeVirt v1.8. */
  readonly preferredPanicDeviceModel?: string;

  /** A source of random numbers. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly preferredRng?: any;

  /** Sound card that the guest sees. String. In KubeVirt v1.5 and later. */
  readonly preferredSoundModel?: string;

  /** A TPM. `TPMDevice`. In KubeVirt v1.5 and later. */
  readonly preferredTPM?: TPMDevice;

  /** Whether virtio devices have the old form. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseVirtioTransitional?: boolean;

  /** Graphics card that the guest sees. String. Since KubeVirt v1.9. */
  readonly preferredVideoType?: string;

  /** Options of virtual GPUs. `VGPUOptions`. In KubeVirt v1.5 and later. */
  readonly preferredVirtualGPUOptions?: VGPUOptions;
}

/** What `spec.features` of a VirtualMachinePreference takes, and what one other place takes. */
export interface FeaturePreferences {
  /** ACPI. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly preferredAcpi?: FeatureState;

  /** The interrupt controller of the guest. `FeatureAPIC`. In KubeVirt v1.5 and later. */
  readonly preferredApic?: FeatureAPIC;

  /** What Windows guests need to run fast. `FeatureHyperv`. In KubeVirt v1.5 and later. */
  readonly preferredHyperv?: FeatureHyperv;

  /** Whether the guest can tell that it runs on KVM. `FeatureKVM`. In KubeVirt v1.5 and later. */
  readonly preferredKvm?: FeatureKVM;

  /** Spin locks that know of the hypervisor. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly preferredPvspinlock?: FeatureState;

  /** System Management Mode, which Secure Boot needs. `FeatureState`. In KubeVirt v1.5 and later. */
  readonly preferredSmm?: FeatureState;
}

/** What `spec.firmware` of a VirtualMachinePreference takes, and what one other place takes. */
export interface FirmwarePreferences {
  /** EFI, with its options. `Efi`. In KubeVirt v1.5 and later. */
  readonly preferredEfi?: Efi;

  /** Whether the VM boots with BIOS. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseBios?: boolean;

  /** Whether the output of the BIOS is shown on the serial console. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseBiosSerial?: boolean;

  /** Whether the VM boots with EFI; older form of `preferredEfi`. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseEfi?: boolean;

  /** Whether EFI boots signed code only; older form of `preferredEfi`. Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseSecureBoot?: boolean;
}

/** What `spec.machine` of a VirtualMachinePreference takes, and what one other place takes. */
export interface MachinePreferences {
  /** Machine type that QEMU emulates. String. In KubeVirt v1.5 and later. */
  readonly preferredMachineType?: string;
}

/** What `spec.requirements` of a VirtualMachinePreference takes, and what one other place takes. */
export interface PreferenceRequirements {
  /** Processor architecture. String. Since KubeVirt v1.8. */
  readonly architecture?: string;

  /** Processors. `CPUPreferenceRequirement`. In KubeVirt v1.5 and later. */
  readonly cpu?: CPUPreferenceRequirement;

  /** Memory. `MemoryPreferenceRequirement`. In KubeVirt v1.5 and later. */
  readonly memory?: MemoryPreferenceRequirement;
}

/** What `spec.volumes` of a VirtualMachinePreference takes, and what one other place takes. */
export interface VolumePreferences {
  /** Storage class of volumes that name none. String. In KubeVirt v1.5 and later. */
  readonly preferredStorageClassName?: string;
}

/** What `spec.clock.preferredClockOffset` of a VirtualMachinePreference takes, and what one other place takes. */
export interface ClockOffset {
  /** Sets the hardware clock to the time of a zone, such as `Europe/Berlin`; the guest has to expect that. String. In KubeVirt v1.5 and later. */
  readonly timezone?: string;

  /** Sets the hardware clock to UTC. `ClockOffsetUTC`. In KubeVirt v1.5 and later. */
  readonly utc?: ClockOffsetUTC;
}

/** What `spec.cpu.spreadOptions` of a VirtualMachinePreference takes, and what one other place takes. */
export interface SpreadOptions {
  /** Over what they are spread. String. In KubeVirt v1.5 and later. */
  readonly across?: string;

  /** How many of the smaller for each of the larger. Integer. In KubeVirt v1.5 and later. */
  readonly ratio?: number;
}

/** What `spec.requirements.cpu` of a VirtualMachinePreference takes, and what one other place takes. */
export interface CPUPreferenceRequirement {
  /** Fewest processors. Integer. Required. In KubeVirt v1.5 and later. */
  readonly guest: number;
}

/** What `spec.requirements.memory` of a VirtualMachinePreference takes, and what one other place takes. */
export interface MemoryPreferenceRequirement {
  /** Least memory. Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly guest: Quantity;
}
