import { type Bounds, isWithin } from './bounds';
import type { Format } from './format';

/**
 * The serial number of a disk.
 *
 * Source: `validateSerialNumValue` and `validateSerialNumLength` in KubeVirt's pkg/storage/admitters/disks.go.
 */
export const DISK_SERIAL: Format = {
  pattern: /^[A-Za-z0-9_.+-]{1,256}$/,
  words: 'made of 1 to 256 letters, digits and _ . + -',
};

/**
 * The path of a file in a container image or on a host: absolute, without relative parts, and not the root.
 *
 * Source: `ValidatePath` in KubeVirt's pkg/storage/admitters/disks.go.
 */
export const FILE_PATH: Format = {
  pattern: /^(?:\/(?!\.{1,2}(?:\/|$))[^/]+)+\/?$/,
  words: 'the absolute path of a file',
};

/**
 * The URL of an image in a registry, or in an archive.
 *
 * Source: `validateDataVolumeSourceRegistry` of CDI's webhook for DataVolumes, and its importer, which reads what follows
 * the scheme as skopeo does.
 */
export const REGISTRY_URL: Format = {
  pattern: /^(?:docker:\/\/|oci-archive:)\S+$/i,
  words: 'a URL with docker:// or oci-archive://',
};

/**
 * Sizes of a block of a disk in bytes.
 *
 * Source: `validateCustomBlockSize` in KubeVirt's pkg/storage/admitters/disks.go.
 */
export const BLOCK_SIZES: Bounds = { min: 512, max: 2_097_152 };

/** Whether the value is a size that a block of a disk can have. */
export function isBlockSize(size: unknown): boolean {
  return isWithin(size, BLOCK_SIZES) && isPowerOfTwo(Number(size));
}

/** Whether a number above zero is a power of 2. */
export function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}

/** How the nodes may use a claim: the access modes of Kubernetes. */
export const ACCESS_MODES: readonly string[] = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** What claims refer to that are filled by CDI without a DataVolume. */
export const VOLUME_IMPORT_SOURCE_KIND = 'VolumeImportSource';
export const VOLUME_UPLOAD_SOURCE_KIND = 'VolumeUploadSource';
