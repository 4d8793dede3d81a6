import type { Size } from 'cdk8s';
import type { DataVolumeSource } from './data-volume-source';
import type { CloneSourceOptions, HttpSourceOptions } from './data-volume-source-options';
import type { DataVolumeTemplateOptions } from './data-volume-template';
import type { DiskOptions } from './disk-options';
import type {
  ConfigMapVolumeOptions,
  ContainerDiskVolumeOptions,
  DataVolumeVolumeOptions,
  DownwardApiVolumeOptions,
  EmptyDiskVolumeOptions,
  HostDiskVolumeOptions,
  PersistentVolumeClaimVolumeOptions,
  SecretVolumeOptions,
  ServiceAccountVolumeOptions,
  SysprepVolumeOptions,
} from './volume-options';

/** A disk of its own size whose volume is created together with the VM. */
export interface DataVolumeDiskOptions extends DataVolumeTemplateOptions {
  /**
   * Size of the volume. Whole mebibytes.
   *
   * Sets `spec.dataVolumeTemplates[].spec.storage.resources.requests.storage`.
   */
  readonly size: Size;
}

/** A disk that is cloned from a DataSource, e.g. one of the boot images that OpenShift Virtualization keeps up to date. */
export interface DataSourceDiskOptions extends DataVolumeTemplateOptions, CloneSourceOptions {
  /** Name of the DataSource. */
  readonly name: string;

  /**
   * Size of the volume, at least that of the image. Whole mebibytes.
   *
   * Sets `spec.dataVolumeTemplates[].spec.storage.resources.requests.storage`.
   *
   * @default - the size of the image
   */
  readonly size?: Size;
}

/** A disk that is imported from a web server. */
export interface HttpDiskOptions extends DataVolumeDiskOptions, HttpSourceOptions {
  /** URL of the disk image, `http://` or `https://`. */
  readonly url: string;
}

/** A disk that is filled from a source. */
export interface SourceDiskOptions extends DataVolumeTemplateOptions {
  /** What the volume is filled with. */
  readonly source: DataVolumeSource;

  /**
   * Size of the volume. Whole mebibytes.
   *
   * Sets `spec.dataVolumeTemplates[].spec.storage.resources.requests.storage`.
   *
   * @default - the size of what is cloned; a volume that is imported, uploaded or blank needs one
   */
  readonly size?: Size;
}

/** A disk on a volume that exists or has a life of its own. */
export interface ExistingVolumeDiskOptions extends DiskOptions {
  /**
   * Whether the disk can be unplugged while the guest runs.
   *
   * Sets `hotpluggable` of the volume.
   *
   * @default false
   */
  readonly hotpluggable?: boolean;
}

/** A disk on a PersistentVolumeClaim. */
export interface PersistentVolumeClaimDiskOptions extends ExistingVolumeDiskOptions, PersistentVolumeClaimVolumeOptions {}

/** A disk on a DataVolume that lives longer than the VM. */
export interface DataVolumeReferenceDiskOptions extends ExistingVolumeDiskOptions, DataVolumeVolumeOptions {}

/** A disk that reads a claim and forgets what is written to it. */
export interface EphemeralDiskOptions extends DiskOptions, PersistentVolumeClaimVolumeOptions {}

/** A disk whose content comes with a container image. What the guest writes is lost with the instance. */
export interface ContainerDiskOptions extends DiskOptions, ContainerDiskVolumeOptions {}

/** A disk with the keys of a Secret as files. */
export interface SecretDiskOptions extends DiskOptions, SecretVolumeOptions {}

/** A disk with the keys of a ConfigMap as files. */
export interface ConfigMapDiskOptions extends DiskOptions, ConfigMapVolumeOptions {}

/** A disk with the token of a service account. */
export interface ServiceAccountDiskOptions extends DiskOptions, ServiceAccountVolumeOptions {}

/** A disk with the answers for the set-up of Windows. */
export interface SysprepDiskOptions extends DiskOptions, SysprepVolumeOptions {}

/** A disk with fields of the VM's pod as files. */
export interface DownwardApiDiskOptions extends DiskOptions, DownwardApiVolumeOptions {}

/** A disk that begins empty with every start of the VM. */
export interface EmptyDiskOptions extends DiskOptions, EmptyDiskVolumeOptions {}

/** A disk on the file system of a host. */
export interface HostDiskOptions extends DiskOptions, HostDiskVolumeOptions {}
