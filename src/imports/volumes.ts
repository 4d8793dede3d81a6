// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import type { LocalObjectReference, ObjectFieldSelector, ResourceFieldSelector } from './kubernetes';
import type { Quantity } from './quantity';

/** What `spec.template.spec.utilityVolumes[]` of a VirtualMachine takes, and what 2 other places take. */
export interface UtilityVolume {
  /** The claim that backs it. String. Required. Since KubeVirt v1.8. */
  readonly claimName: string;

  /** Name of the volume. String. Required. Since KubeVirt v1.8. */
  readonly name: string;

  /** Whether it may only be read. Boolean. Since KubeVirt v1.8. */
  readonly readOnly?: boolean;

  /** What KubeVirt does with it. String. Since KubeVirt v1.8. */
  readonly type?: string;
}

/** What `spec.template.spec.volumes[]` of a VirtualMachine takes, and what 2 other places take. */
export interface Volume {
  /** First-boot set-up, in the form of OpenStack's config drive. `CloudInitConfigDriveSource`. In KubeVirt v1.5 and later. */
  readonly cloudInitConfigDrive?: CloudInitConfigDriveSource;

  /** First-boot set-up, in the form that needs no cloud. `CloudInitNoCloudSource`. In KubeVirt v1.5 and later. */
  readonly cloudInitNoCloud?: CloudInitNoCloudSource;

  /** A ConfigMap as a disk or filesystem. `ConfigMapVolumeSource`. In KubeVirt v1.5 and later. */
  readonly configMap?: ConfigMapVolumeSource;

  /** A disk out of a container image; what the guest writes is lost when the VM ends. `ContainerDiskSource`. In KubeVirt v1.5 and later. */
  readonly containerDisk?: ContainerDiskSource;

  /** A path of the pod of the VM as a filesystem. `ContainerPathVolumeSource`. Since KubeVirt v1.8. */
  readonly containerPath?: ContainerPathVolumeSource;

  /** The claim of a DataVolume, once it is filled. `DataVolumeVolumeSource`. In KubeVirt v1.5 and later. */
  readonly dataVolume?: DataVolumeVolumeSource;

  /** Labels, annotations and the like of the pod as files. `DownwardAPIVolumeSource`. In KubeVirt v1.5 and later. */
  readonly downwardAPI?: DownwardAPIVolumeSource;

  /** Figures of the host as a disk. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly downwardMetrics?: any;

  /** An empty disk that lasts as long as the instance. `EmptyDiskSource`. In KubeVirt v1.5 and later. */
  readonly emptyDisk?: EmptyDiskSource;

  /** A claim that is only read; what the guest writes is lost when the VM ends. `EphemeralVolumeSource`. In KubeVirt v1.5 and later. */
  readonly ephemeral?: EphemeralVolumeSource;

  /** A file on the node; the VM cannot migrate with it. `HostDisk`. In KubeVirt v1.5 and later. */
  readonly hostDisk?: HostDisk;

  /** A claim that memory dumps are written to. Written by virtctl. `MemoryDumpVolumeSource`. In KubeVirt v1.5 and later. */
  readonly memoryDump?: MemoryDumpVolumeSource;

  /** Name by which disks and filesystems refer to it. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** A claim. It has to be ReadWriteMany for the VM to migrate. `PersistentVolumeClaimVolumeSource`. In KubeVirt v1.5 and later. */
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;

  /** A Secret as a disk or filesystem. `SecretVolumeSource`. In KubeVirt v1.5 and later. */
  readonly secret?: SecretVolumeSource;

  /** The token of a ServiceAccount as a filesystem. `ServiceAccountVolumeSource`. In KubeVirt v1.5 and later. */
  readonly serviceAccount?: ServiceAccountVolumeSource;

  /** Answers for the set-up of Windows. `SysprepSource`. In KubeVirt v1.5 and later. */
  readonly sysprep?: SysprepSource;
}

/** What `spec.template.spec.volumes[].cloudInitConfigDrive` of a VirtualMachine takes, and what 2 other places take. */
export interface CloudInitConfigDriveSource {
  /** Network set-up, in the form of cloud-init; at most 2048 bytes. String. In KubeVirt v1.5 and later. */
  readonly networkData?: string;

  /** The same in base64. String. In KubeVirt v1.5 and later. */
  readonly networkDataBase64?: string;

  /** Secret with the network set-up under `networkdata`. `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly networkDataSecretRef?: LocalObjectReference;

  /** Secret with the user data under `userdata`; for more than 2048 bytes, and for what nobody should read. `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly secretRef?: LocalObjectReference;

  /** What the guest does at its first boot; at most 2048 bytes. String. In KubeVirt v1.5 and later. */
  readonly userData?: string;

  /** The same in base64; the decoded bytes count. String. In KubeVirt v1.5 and later. */
  readonly userDataBase64?: string;
}

/** What `spec.template.spec.volumes[].cloudInitNoCloud` of a VirtualMachine takes, and what 2 other places take. */
export interface CloudInitNoCloudSource {
  /** Network set-up, in the form of cloud-init; at most 2048 bytes. String. In KubeVirt v1.5 and later. */
  readonly networkData?: string;

  /** The same in base64. String. In KubeVirt v1.5 and later. */
  readonly networkDataBase64?: string;

  /** Secret with the network set-up under `networkdata`. `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly networkDataSecretRef?: LocalObjectReference;

  /** Secret with the user data under `userdata`; for more than 2048 bytes, and for what nobody should read. `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly secretRef?: LocalObjectReference;

  /** What the guest does at its first boot; at most 2048 bytes. String. In KubeVirt v1.5 and later. */
  readonly userData?: string;

  /** The same in base64; the decoded bytes count. String. In KubeVirt v1.5 and later. */
  readonly userDataBase64?: string;
}

/** What `spec.template.spec.volumes[].configMap` of a VirtualMachine takes, and what 2 other places take. */
export interface ConfigMapVolumeSource {
  /**
   * Name of the ConfigMap. String. In KubeVirt v1.5 and later.
   *
   * @default ""
   */
  readonly name?: string;

  /** Whether the VM starts without it. Boolean. In KubeVirt v1.5 and later. */
  readonly optional?: boolean;

  /** Label of the filesystem that the guest sees. String. In KubeVirt v1.5 and later. */
  readonly volumeLabel?: string;
}

/** What `spec.template.spec.volumes[].containerDisk` of a VirtualMachine takes, and what 2 other places take. */
export interface ContainerDiskSource {
  /** Name of the image; by digest it stays the same over restarts. String. Required. In KubeVirt v1.5 and later. */
  readonly image: string;

  /** When the image is fetched again. String. In KubeVirt v1.5 and later. */
  readonly imagePullPolicy?: string;

  /** Secret with the password for its registry. String. In KubeVirt v1.5 and later. */
  readonly imagePullSecret?: string;

  /** Path of the disk in the image; the only file below `/disk` if unset. String. In KubeVirt v1.5 and later. */
  readonly path?: string;
}

/** What `spec.template.spec.volumes[].containerPath` of a VirtualMachine takes, and what 2 other places take. */
export interface ContainerPathVolumeSource {
  /** Path in the pod, below a directory that KubeVirt allows. String, at most 4096 characters. Required. Since KubeVirt v1.8. */
  readonly path: string;

  /**
   * Only `true` is allowed. Boolean. Since KubeVirt v1.8.
   *
   * @default true
   */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].dataVolume` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeVolumeSource {
  /** Whether it can be plugged in and out while the VM runs. Boolean. In KubeVirt v1.5 and later. */
  readonly hotpluggable?: boolean;

  /** Name of the DataVolume. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;
}

/** What `spec.template.spec.volumes[].downwardAPI` of a VirtualMachine takes, and what 2 other places take. */
export interface DownwardAPIVolumeSource {
  /** What is shown, one file each. List of `DownwardAPIVolumeFile`. In KubeVirt v1.5 and later. */
  readonly fields?: DownwardAPIVolumeFile[];

  /** Label of the filesystem that the guest sees. String. In KubeVirt v1.5 and later. */
  readonly volumeLabel?: string;
}

/** What `spec.template.spec.volumes[].emptyDisk` of a VirtualMachine takes, and what 2 other places take. */
export interface EmptyDiskSource {
  /** Size of the disk. Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly capacity: Quantity;
}

/** What `spec.template.spec.volumes[].ephemeral` of a VirtualMachine takes, and what 2 other places take. */
export interface EphemeralVolumeSource {
  /** The claim that is read. `EphemeralPersistentVolumeClaim`. In KubeVirt v1.5 and later. */
  readonly persistentVolumeClaim?: EphemeralPersistentVolumeClaim;
}

/** What `spec.template.spec.volumes[].hostDisk` of a VirtualMachine takes, and what 2 other places take. */
export interface HostDisk {
  /** Size of the file, when it is created. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly capacity?: Quantity;

  /** Path of the file on the node. String. Required. In KubeVirt v1.5 and later. */
  readonly path: string;

  /** Whether several VMs may use it. Boolean. In KubeVirt v1.5 and later. */
  readonly shared?: boolean;

  /** `Disk` for a file that is there, `DiskOrCreate` for one that may have to be created. String. Required. In KubeVirt v1.5 and later. */
  readonly type: string;
}

/** What `spec.template.spec.volumes[].memoryDump` of a VirtualMachine takes, and what 2 other places take. */
export interface MemoryDumpVolumeSource {
  /** Name of the claim in the namespace of the VM. String. Required. In KubeVirt v1.5 and later. */
  readonly claimName: string;

  /** Whether it can be plugged in and out while the VM runs. Boolean. In KubeVirt v1.5 and later. */
  readonly hotpluggable?: boolean;

  /** Whether it may only be read. Boolean. In KubeVirt v1.5 and later. */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].persistentVolumeClaim` of a VirtualMachine takes, and what 2 other places take. */
export interface PersistentVolumeClaimVolumeSource {
  /** Name of the claim in the namespace of the VM. String. Required. In KubeVirt v1.5 and later. */
  readonly claimName: string;

  /** Whether it can be plugged in and out while the VM runs. Boolean. In KubeVirt v1.5 and later. */
  readonly hotpluggable?: boolean;

  /** Whether it may only be read. Boolean. In KubeVirt v1.5 and later. */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].secret` of a VirtualMachine takes, and what 2 other places take. */
export interface SecretVolumeSource {
  /** Whether the VM starts without it. Boolean. In KubeVirt v1.5 and later. */
  readonly optional?: boolean;

  /** Name of the Secret. String. In KubeVirt v1.5 and later. */
  readonly secretName?: string;

  /** Label of the filesystem that the guest sees. String. In KubeVirt v1.5 and later. */
  readonly volumeLabel?: string;
}

/** What `spec.template.spec.volumes[].serviceAccount` of a VirtualMachine takes, and what 2 other places take. */
export interface ServiceAccountVolumeSource {
  /** Name of the ServiceAccount. String. In KubeVirt v1.5 and later. */
  readonly serviceAccountName?: string;
}

/** What `spec.template.spec.volumes[].sysprep` of a VirtualMachine takes, and what 2 other places take. */
export interface SysprepSource {
  /** ConfigMap with Autounattend.xml or Unattend.xml. `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly configMap?: LocalObjectReference;

  /** Secret with Autounattend.xml or Unattend.xml. `LocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly secret?: LocalObjectReference;
}

/** What `spec.template.spec.volumes[].ephemeral.persistentVolumeClaim` of a VirtualMachine takes, and what 2 other places take. */
export interface EphemeralPersistentVolumeClaim {
  /** Name of the claim in the namespace of the VM. String. Required. In KubeVirt v1.5 and later. */
  readonly claimName: string;

  /** Whether it may only be read. Boolean. In KubeVirt v1.5 and later. */
  readonly readOnly?: boolean;
}

/** What `spec.template.spec.volumes[].downwardAPI.fields[]` of a VirtualMachine takes, and what 2 other places take. */
export interface DownwardAPIVolumeFile {
  /** A field of the pod. `ObjectFieldSelector`. In KubeVirt v1.5 and later. */
  readonly fieldRef?: ObjectFieldSelector;

  /** Permissions of the file. Integer. In KubeVirt v1.5 and later. */
  readonly mode?: number;

  /** Name of the file. String. Required. In KubeVirt v1.5 and later. */
  readonly path: string;

  /** A request or limit of the container. `ResourceFieldSelector`. In KubeVirt v1.5 and later. */
  readonly resourceFieldRef?: ResourceFieldSelector;
}
