import type { Size } from 'cdk8s';
import type { IConfigMap, ImagePullPolicy, IPersistentVolumeClaim, ISecret, IServiceAccount } from 'cdk8s-plus-27';
import type { DataVolume } from './data-volume';

/** A PersistentVolumeClaim: exactly one of its two options. */
export interface PersistentVolumeClaimVolumeOptions {
  /**
   * The claim, as a construct. It has to be in the namespace of the VM.
   *
   * @default - `claimName`
   */
  readonly claim?: IPersistentVolumeClaim;

  /**
   * Name of a claim that exists in the namespace of the VM.
   *
   * @default - `claim`
   */
  readonly claimName?: string;
}

/** A DataVolume that has a life of its own: exactly one of its two options. */
export interface DataVolumeVolumeOptions {
  /**
   * The volume, as a construct. It has to be in the namespace of the VM.
   *
   * @default - `dataVolumeName`
   */
  readonly dataVolume?: DataVolume;

  /**
   * Name of a DataVolume that exists in the namespace of the VM.
   *
   * @default - `dataVolume`
   */
  readonly dataVolumeName?: string;
}

/** A container image with a disk in it. */
export interface ContainerDiskVolumeOptions {
  /**
   * The image. Pinned by digest (`registry/image@sha256:…`) it is the same after every restart and on every node.
   *
   * Sets `containerDisk.image`.
   */
  readonly image: string;

  /**
   * Path of the disk in the image.
   *
   * Sets `containerDisk.path`.
   *
   * @default - the only file in the folder `/disk`
   */
  readonly path?: string;

  /**
   * When a node pulls the image.
   *
   * Sets `containerDisk.imagePullPolicy`.
   *
   * @default - always for the tag `latest` and without a tag, else if not present
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Name of a Secret with the log-in of the registry, in the namespace of the VM.
   *
   * Sets `containerDisk.imagePullSecret`.
   *
   * @default - what the node and the service account of the VM have
   */
  readonly imagePullSecretName?: string;
}

/** The keys of a Secret as files: exactly one of `secret` and `secretName`. */
export interface SecretVolumeOptions {
  /**
   * The Secret, as a construct.
   *
   * @default - `secretName`
   */
  readonly secret?: ISecret;

  /**
   * Name of a Secret in the namespace of the VM.
   *
   * @default - `secret`
   */
  readonly secretName?: string;

  /**
   * Whether the VM starts without the Secret.
   *
   * @default false
   */
  readonly optional?: boolean;

  /**
   * Label of the file system that the guest finds.
   *
   * @default - KubeVirt's
   */
  readonly volumeLabel?: string;
}

/** The keys of a ConfigMap as files: exactly one of `configMap` and `configMapName`. */
export interface ConfigMapVolumeOptions {
  /**
   * The ConfigMap, as a construct.
   *
   * @default - `configMapName`
   */
  readonly configMap?: IConfigMap;

  /**
   * Name of a ConfigMap in the namespace of the VM.
   *
   * @default - `configMap`
   */
  readonly configMapName?: string;

  /**
   * Whether the VM starts without the ConfigMap.
   *
   * @default false
   */
  readonly optional?: boolean;

  /**
   * Label of the file system that the guest finds.
   *
   * @default - KubeVirt's
   */
  readonly volumeLabel?: string;
}

/** The token of a service account as a file: exactly one of its two options. */
export interface ServiceAccountVolumeOptions {
  /**
   * The service account, as a construct.
   *
   * @default - `serviceAccountName`
   */
  readonly serviceAccount?: IServiceAccount;

  /**
   * Name of a service account in the namespace of the VM.
   *
   * @default - `serviceAccount`
   */
  readonly serviceAccountName?: string;
}

/** Answers for the set-up of Windows (`Autounattend.xml`, `Unattend.xml`): exactly one of its four options. */
export interface SysprepVolumeOptions {
  /**
   * A Secret with the answers, as a construct: the place for passwords and product keys.
   *
   * @default - one of the other three
   */
  readonly secret?: ISecret;

  /**
   * Name of a Secret with the answers.
   *
   * @default - one of the other three
   */
  readonly secretName?: string;

  /**
   * A ConfigMap with the answers, as a construct.
   *
   * @default - one of the other three
   */
  readonly configMap?: IConfigMap;

  /**
   * Name of a ConfigMap with the answers.
   *
   * @default - one of the other three
   */
  readonly configMapName?: string;
}

/** A field of the VM's pod as a file. */
export interface DownwardApiFile {
  /** Name of the file, e.g. `labels`. */
  readonly path: string;

  /** The field: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels`, `metadata.annotations`, or one key of the last two. */
  readonly fieldPath: string;
}

/** Fields of the VM's pod as files. */
export interface DownwardApiVolumeOptions {
  /** The files: at least one. */
  readonly files: DownwardApiFile[];

  /**
   * Label of the file system that the guest finds.
   *
   * @default - KubeVirt's
   */
  readonly volumeLabel?: string;
}

/** A disk that begins empty with every start of the VM. */
export interface EmptyDiskVolumeOptions {
  /**
   * Size of the disk, whole mebibytes. It is taken from the ephemeral storage of the node.
   *
   * Sets `emptyDisk.capacity`.
   */
  readonly size: Size;
}

/** A disk image on the file system of a host. */
export interface HostDiskVolumeOptions {
  /**
   * Absolute path of the image on the host.
   *
   * Sets `hostDisk.path`.
   */
  readonly path: string;

  /**
   * Size of an image that is created where there is none. Whole mebibytes.
   *
   * Sets `hostDisk.capacity`, and `hostDisk.type: DiskOrCreate` in place of `Disk`.
   *
   * @default - the image has to exist
   */
  readonly size?: Size;

  /**
   * Whether every host finds the same file at this path, e.g. on NFS. Without that the VM cannot be live-migrated.
   *
   * Sets `hostDisk.shared`.
   *
   * @default false
   */
  readonly shared?: boolean;
}
