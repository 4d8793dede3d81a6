// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { LocalObjectReference, ObjectFieldSelector, ResourceFieldSelector } from './kubernetes';
import type { Quantity } from './quantity';

/** What `spec.template.spec.utilityVolumes[]` of a VirtualMachine takes, and what one other place takes. */
export interface UtilityVolume {
  /** String. Required. Since KubeVirt v1.8. */
  readonly claimName: string;

  /** String. Required. Since KubeVirt v1.8. */
  readonly name: string;

  /** Boolean. Since KubeVirt v1.8. */
  readonly readOnly?: boolean;

  /** String. Since KubeVirt v1.8. */
  readonly type?: string;
}

/** What `spec.template.spec.volumes[]` of a VirtualMachine takes, and what one other place takes. */
export interface Volume {
  /** `CloudInitConfigDriveSource`. In KubeVirt v1.5 and later. */
  readonly cloudInitConfigDrive?: CloudInitConfigDriveSource;

  /** `CloudInitNoCloudSource`. In KubeVirt v1.5 and later. */
  readonly cloudInitNoCloud?: CloudInitNoCloudSource;

  /** `ConfigMapVolumeSource`. In KubeVirt v1.5 and later. */
  readonly configMap?: ConfigMapVolumeSource;

  /** `ContainerDiskSource`. In KubeVirt v1.5 and later. */
  readonly containerDisk?: ContainerDiskSource;

  /** `ContainerPathVolumeSource`. Since KubeVirt v1.8. */
  readonly containerPath?: ContainerPathVolumeSource;

  /** `DataVolumeVolumeSource`. In KubeVirt v1.5 and later. */
  readonly dataVolume?: DataVolumeVolumeSource;

  /** `DownwardAPIVolumeSource`. In KubeVirt v1.5 and later. */
  readonly downwardAPI?: DownwardAPIVolumeSource;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly downwardMetrics?: any;

  /** `EmptyDiskSource`. In KubeVirt v1.5 and later. */
  readonly emptyDisk?: EmptyDiskSource;

  /** `EphemeralVolumeSource`. In KubeVirt v1.5 and later. */
  readonly ephemeral?: EphemeralVolumeSource;

  /** `HostDisk`. In KubeVirt v1.5 and later. */
  readonly hostDisk?: HostDisk;

  /** `MemoryDumpVolumeSource`. In KubeVirt v1.5 and later. */
  readonly memoryDump?: MemoryDumpVolumeSource;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** `PersistentVolumeClaimVolumeSource`. In KubeVirt v1.5 and later. */
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;

  /** `SecretVolumeSource`. In KubeVirt v1.5 and later. */
  readonly secret?: SecretVolumeSource;

  /** `ServiceAccountVolumeSource`. In KubeVirt v1.5 and later. */
  readonly serviceAccount?: ServiceAccountVolumeSource;

  /** `SysprepSource`. In KubeVirt v1.5 and later. */
  readonly sysprep?: SysprepSource;
}

/** What `spec.template.spec.volumes[].cloudInitConfigDrive` of a VirtualMachine takes, and what one other place takes. */
export interface CloudInitConfigDriveSource {
  /** String. In KubeVirt v1.5 and later. */
  readonly networkData?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly networkDataBase64?: string;

  /** `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly networkDataSecretRef?: LocalObjectReference;

  /** `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly secretRef?: LocalObjectReference;

  /** String. In KubeVirt v1.5 and later. */
  readonly userData?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly userDataBase64?: string;
}

/** What `spec.template.spec.volumes[].cloudInitNoCloud` of a VirtualMachine takes, and what one other place takes. */
export interface CloudInitNoCloudSource {
  /** String. In KubeVirt v1.5 and later. */
  readonly networkData?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly networkDataBase64?: string;

  /** `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly networkDataSecretRef?: LocalObjectReference;

  /** `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly secretRef?: LocalObjectReference;

  /** String. In KubeVirt v1.5 and later. */
  readonly userData?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly userDataBase64?: string;
}

/** What `spec.template.spec.volumes[].configMap` of a VirtualMachine takes, and what one other place takes. */
export interface ConfigMapVolumeSource {
  /**
   * String. In KubeVirt v1.5 and later.
   *
   * @default ""
   */
  readonly name?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly optional?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeLabel?: string;
}

/** What `spec.template.spec.volumes[].containerDisk` of a VirtualMachine takes, and what one other place takes. */
export interface ContainerDiskSource {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly image: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly imagePullSecret?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly path?: string;
}

/** What `spec.template.spec.volumes[].containerPath` of a VirtualMachine takes, and what one other place takes. */
export interface ContainerPathVolumeSource {
  /** String, at most 4096 characters. Required. Since KubeVirt v1.8. */
  readonly path: string;

  /**
   * Boolean. Since KubeVirt v1.8.
   *
   * @default true
   */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].dataVolume` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeVolumeSource {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly hotpluggable?: boolean;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.volumes[].downwardAPI` of a VirtualMachine takes, and what one other place takes. */
export interface DownwardAPIVolumeSource {
  /** List of `DownwardAPIVolumeFile`. In KubeVirt v1.5 and later. */
  readonly fields?: DownwardAPIVolumeFile[];

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeLabel?: string;
}

/** What `spec.template.spec.volumes[].emptyDisk` of a VirtualMachine takes, and what one other place takes. */
export interface EmptyDiskSource {
  /** Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly capacity: Quantity;
}

/** What `spec.template.spec.volumes[].ephemeral` of a VirtualMachine takes, and what one other place takes. */
export interface EphemeralVolumeSource {
  /** `EphemeralPersistentVolumeClaim`. In KubeVirt v1.5 and later. */
  readonly persistentVolumeClaim?: EphemeralPersistentVolumeClaim;
}

/** What `spec.template.spec.volumes[].hostDisk` of a VirtualMachine takes, and what one other place takes. */
export interface HostDisk {
  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly capacity?: Quantity;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly path: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly shared?: boolean;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.template.spec.volumes[].memoryDump` of a VirtualMachine takes, and what one other place takes. */
export interface MemoryDumpVolumeSource {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly claimName: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly hotpluggable?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].persistentVolumeClaim` of a VirtualMachine takes, and what one other place takes. */
export interface PersistentVolumeClaimVolumeSource {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly claimName: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly hotpluggable?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].secret` of a VirtualMachine takes, and what one other place takes. */
export interface SecretVolumeSource {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly optional?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly secretName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeLabel?: string;
}

/** What `spec.template.spec.volumes[].serviceAccount` of a VirtualMachine takes, and what one other place takes. */
export interface ServiceAccountVolumeSource {
  /** String. In KubeVirt v1.5 and later. */
  readonly serviceAccountName?: string;
}

/** What `spec.template.spec.volumes[].sysprep` of a VirtualMachine takes, and what one other place takes. */
export interface SysprepSource {
  /** `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly configMap?: LocalObjectReference;

  /** `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly secret?: LocalObjectReference;
}

/** What `spec.template.spec.volumes[].ephemeral.persistentVolumeClaim` of a VirtualMachine takes, and what one other place takes. */
export interface EphemeralPersistentVolumeClaim {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly claimName: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].downwardAPI.fields[]` of a VirtualMachine takes, and what one other place takes. */
export interface DownwardAPIVolumeFile {
  /** `ObjectFieldSelector`. In KubeVirt v1.5 and later. */
  readonly fieldRef?: ObjectFieldSelector;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly mode?: number;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly path: string;

  /** `ResourceFieldSelector`. In KubeVirt v1.5 and later. */
  readonly resourceFieldRef?: ResourceFieldSelector;
}
