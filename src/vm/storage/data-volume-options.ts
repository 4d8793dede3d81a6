import type { Size } from 'cdk8s';
import type { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import type { Arguments } from '../../errors';
import { type DataVolumeSpec, Quantity } from '../../imports';
import type { RenderedSource } from './data-volume-source';

/** What a volume holds. */
export enum DataVolumeContentType {
  /** A disk image. */
  KUBEVIRT = 'kubevirt',
  /** A tar archive, unpacked into a file system: for volumes that a guest mounts as a `Filesystem`. */
  ARCHIVE = 'archive',
}

/** What a DataVolume asks of the storage. */
export interface DataVolumeOptions {
  /**
   * StorageClass of the volume.
   *
   * Sets `storage.storageClassName`.
   *
   * @default - the class that the cluster prefers for VMs, or its default class
   */
  readonly storageClassName?: string;

  /**
   * Who may use the volume at once. Live migration needs ReadWriteMany, and so does a quick restart on another node.
   *
   * Sets `storage.accessModes`.
   *
   * @default - READ_WRITE_MANY for a disk of a HighlyAvailableVM; elsewhere the StorageProfile of the class decides
   */
  readonly accessMode?: PersistentVolumeAccessMode;

  /**
   * Block device or file system.
   *
   * Sets `storage.volumeMode`.
   *
   * @default - BLOCK for a disk of a HighlyAvailableVM; elsewhere the StorageProfile of the class decides
   */
  readonly volumeMode?: PersistentVolumeMode;

  /**
   * What the volume holds.
   *
   * Sets `contentType`.
   *
   * @default DataVolumeContentType.KUBEVIRT
   */
  readonly contentType?: DataVolumeContentType;

  /**
   * Whether all of the storage is taken from the beginning, so that no write of the guest finds it full.
   *
   * Sets `preallocation`.
   *
   * @default - what the CDI of the cluster is set to: false unless changed
   */
  readonly preallocation?: boolean;

  /**
   * Priority of the pods that fill the volume.
   *
   * Sets `priorityClassName`.
   *
   * @default - the default priority of the cluster
   */
  readonly priorityClassName?: string;
}

/** Storage that a kind of VM asks of every volume which does not say otherwise. */
export interface StorageDefaults {
  readonly accessMode?: PersistentVolumeAccessMode;
  readonly volumeMode?: PersistentVolumeMode;
}

/** Checks what a DataVolume asks of the storage, and renders it with its source. */
export function renderDataVolume(
  args: Arguments,
  source: RenderedSource,
  sizeArgument: string,
  size: Size | undefined,
  options: DataVolumeOptions,
  defaults: StorageDefaults,
): DataVolumeSpec {
  const accessMode = options.accessMode ?? defaults.accessMode;
  const capacity = args.quantity(sizeArgument, size);
  return {
    contentType: options.contentType,
    preallocation: options.preallocation,
    priorityClassName: options.priorityClassName,
    storage: {
      accessModes: accessMode === undefined ? undefined : [accessMode],
      volumeMode: options.volumeMode ?? defaults.volumeMode,
      storageClassName: options.storageClassName,
      resources: capacity === undefined ? undefined : { requests: { storage: Quantity.fromString(capacity) } },
    },
    ...source,
  };
}
