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
  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly annotations?: { readonly [key: string]: string };

  /** `ClockPreferences`. In KubeVirt v1.5 and later. */
  readonly clock?: ClockPreferences;

  /** `CPUPreferences`. In KubeVirt v1.5 and later. */
  readonly cpu?: CPUPreferences;

  /** `DevicePreferences`. In KubeVirt v1.5 and later. */
  readonly devices?: DevicePreferences;

  /** `FeaturePreferences`. In KubeVirt v1.5 and later. */
  readonly features?: FeaturePreferences;

  /** `FirmwarePreferences`. In KubeVirt v1.5 and later. */
  readonly firmware?: FirmwarePreferences;

  /** `MachinePreferences`. In KubeVirt v1.5 and later. */
  readonly machine?: MachinePreferences;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly preferSpreadSocketToCoreRatio?: number;

  /** String. Since KubeVirt v1.8. */
  readonly preferredArchitecture?: string;

  /** `LaunchSecurity`. Since KubeVirt v1.9. */
  readonly preferredLaunchSecurity?: LaunchSecurity;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredSubdomain?: string;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly preferredTerminationGracePeriodSeconds?: number;

  /** `PreferenceRequirements`. In KubeVirt v1.5 and later. */
  readonly requirements?: PreferenceRequirements;

  /** `VolumePreferences`. In KubeVirt v1.5 and later. */
  readonly volumes?: VolumePreferences;
}

/** What `spec.clock` of a VirtualMachinePreference takes, and what one other place takes. */
export interface ClockPreferences {
  /** `ClockOffset`. In KubeVirt v1.5 and later. */
  readonly preferredClockOffset?: ClockOffset;

  /** `Timer`. In KubeVirt v1.5 and later. */
  readonly preferredTimer?: Timer;
}

/** What `spec.cpu` of a VirtualMachinePreference takes, and what one other place takes. */
export interface CPUPreferences {
  /** List of `CPUFeature`. In KubeVirt v1.5 and later. */
  readonly preferredCPUFeatures?: CPUFeature[];

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredCPUTopology?: string;

  /** `SpreadOptions`. In KubeVirt v1.5 and later. */
  readonly spreadOptions?: SpreadOptions;
}

/** What `spec.devices` of a VirtualMachinePreference takes, and what one other place takes. */
export interface DevicePreferences {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachGraphicsDevice?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachInputDevice?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachMemBalloon?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachPodInterface?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredAutoattachSerialConsole?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredBlockMultiQueue?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredCdromBus?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredDisableHotplug?: boolean;

  /** `BlockSize`. In KubeVirt v1.5 and later. */
  readonly preferredDiskBlockSize?: BlockSize;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredDiskBus?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredDiskCache?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredDiskDedicatedIoThread?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredDiskIO?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredInputBus?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredInputType?: string;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly preferredInterfaceMasquerade?: any;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredInterfaceModel?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredLunBus?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredNetworkInterfaceMultiQueue?: boolean;

  /** String. Since KubeVirt v1.8. */
  readonly preferredPanicDeviceModel?: string;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly preferredRng?: any;

  /** String. In KubeVirt v1.5 and later. */
  readonly preferredSoundModel?: string;

  /** `TPMDevice`. In KubeVirt v1.5 and later. */
  readonly preferredTPM?: TPMDevice;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseVirtioTransitional?: boolean;

  /** String. Since KubeVirt v1.9. */
  readonly preferredVideoType?: string;

  /** `VGPUOptions`. In KubeVirt v1.5 and later. */
  readonly preferredVirtualGPUOptions?: VGPUOptions;
}

/** What `spec.features` of a VirtualMachinePreference takes, and what one other place takes. */
export interface FeaturePreferences {
  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly preferredAcpi?: FeatureState;

  /** `FeatureAPIC`. In KubeVirt v1.5 and later. */
  readonly preferredApic?: FeatureAPIC;

  /** `FeatureHyperv`. In KubeVirt v1.5 and later. */
  readonly preferredHyperv?: FeatureHyperv;

  /** `FeatureKVM`. In KubeVirt v1.5 and later. */
  readonly preferredKvm?: FeatureKVM;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly preferredPvspinlock?: FeatureState;

  /** `FeatureState`. In KubeVirt v1.5 and later. */
  readonly preferredSmm?: FeatureState;
}

/** What `spec.firmware` of a VirtualMachinePreference takes, and what one other place takes. */
export interface FirmwarePreferences {
  /** `Efi`. In KubeVirt v1.5 and later. */
  readonly preferredEfi?: Efi;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseBios?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseBiosSerial?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseEfi?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preferredUseSecureBoot?: boolean;
}

/** What `spec.machine` of a VirtualMachinePreference takes, and what one other place takes. */
export interface MachinePreferences {
  /** String. In KubeVirt v1.5 and later. */
  readonly preferredMachineType?: string;
}

/** What `spec.requirements` of a VirtualMachinePreference takes, and what one other place takes. */
export interface PreferenceRequirements {
  /** String. Since KubeVirt v1.8. */
  readonly architecture?: string;

  /** `CPUPreferenceRequirement`. In KubeVirt v1.5 and later. */
  readonly cpu?: CPUPreferenceRequirement;

  /** `MemoryPreferenceRequirement`. In KubeVirt v1.5 and later. */
  readonly memory?: MemoryPreferenceRequirement;
}

/** What `spec.volumes` of a VirtualMachinePreference takes, and what one other place takes. */
export interface VolumePreferences {
  /** String. In KubeVirt v1.5 and later. */
  readonly preferredStorageClassName?: string;
}

/** What `spec.clock.preferredClockOffset` of a VirtualMachinePreference takes, and what one other place takes. */
export interface ClockOffset {
  /** String. In KubeVirt v1.5 and later. */
  readonly timezone?: string;

  /** `ClockOffsetUTC`. In KubeVirt v1.5 and later. */
  readonly utc?: ClockOffsetUTC;
}

/** What `spec.cpu.spreadOptions` of a VirtualMachinePreference takes, and what one other place takes. */
export interface SpreadOptions {
  /** String. In KubeVirt v1.5 and later. */
  readonly across?: string;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly ratio?: number;
}

/** What `spec.requirements.cpu` of a VirtualMachinePreference takes, and what one other place takes. */
export interface CPUPreferenceRequirement {
  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly guest: number;
}

/** What `spec.requirements.memory` of a VirtualMachinePreference takes, and what one other place takes. */
export interface MemoryPreferenceRequirement {
  /** Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly guest: Quantity;
}
