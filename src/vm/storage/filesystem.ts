import type { Filesystem as KubeFilesystem, Volume } from '../../imports';
import { dnsLabel } from '../dns-label';
import {
  claimVolume,
  configMapVolume,
  dataVolumeVolume,
  downwardApiVolume,
  secretVolume,
  serviceAccountVolume,
  type VolumeContext,
  type VolumeRenderer,
} from './volume';
import type {
  ConfigMapVolumeOptions,
  DataVolumeVolumeOptions,
  DownwardApiVolumeOptions,
  PersistentVolumeClaimVolumeOptions,
  SecretVolumeOptions,
  ServiceAccountVolumeOptions,
} from './volume-options';

/** A file system in the places of a VM manifest where it appears. */
export interface RenderedFilesystem {
  readonly filesystem: KubeFilesystem;
  readonly volume: Volume;
}

/**
 * A folder that the guest mounts through virtiofs by its name: `mount -t virtiofs <name> /mnt`. Unlike a disk it can be
 * shared, and it follows changes of a ConfigMap or Secret while the guest runs.
 *
 * KubeVirt takes ConfigMaps, Secrets, service accounts and the downward API without a feature gate from 1.8 on, and claims
 * with the gate `EnableVirtioFsStorageVolumes` only. A claim that is not ReadWriteMany blocks live migration as that of a
 * disk does.
 *
 * @see https://kubevirt.io/user-guide/storage/disks_and_volumes/#sharing-directories-with-vms
 */
export class Filesystem {
  /**
   * The keys of a ConfigMap as files.
   *
   * @param filesystemName name of the file system within the VM, which the guest mounts it by
   * @param options the ConfigMap
   */
  public static fromConfigMap(filesystemName: string, options: ConfigMapVolumeOptions): Filesystem {
    return new Filesystem(filesystemName, configMapVolume(options));
  }

  /**
   * The keys of a Secret as files.
   *
   * @param filesystemName name of the file system within the VM, which the guest mounts it by
   * @param options the Secret
   */
  public static fromSecret(filesystemName: string, options: SecretVolumeOptions): Filesystem {
    return new Filesystem(filesystemName, secretVolume(options));
  }

  /**
   * The token of a service account as a file.
   *
   * @param filesystemName name of the file system within the VM, which the guest mounts it by
   * @param options the service account
   */
  public static fromServiceAccount(filesystemName: string, options: ServiceAccountVolumeOptions): Filesystem {
    return new Filesystem(filesystemName, serviceAccountVolume(options));
  }

  /**
   * Fields of the VM's pod as files.
   *
   * @param filesystemName name of the file system within the VM, which the guest mounts it by
   * @param options the fields
   */
  public static downwardApi(filesystemName: string, options: DownwardApiVolumeOptions): Filesystem {
    return new Filesystem(filesystemName, downwardApiVolume(options));
  }

  /**
   * The files of a claim, shared with other VMs and with pods.
   *
   * @param filesystemName name of the file system within the VM, which the guest mounts it by
   * @param options the claim
   */
  public static fromPersistentVolumeClaim(filesystemName: string, options: PersistentVolumeClaimVolumeOptions): Filesystem {
    return new Filesystem(filesystemName, claimVolume(options));
  }

  /**
   * The files of a DataVolume, e.g. of an unpacked archive.
   *
   * @param filesystemName name of the file system within the VM, which the guest mounts it by
   * @param options the volume
   */
  public static fromDataVolume(filesystemName: string, options: DataVolumeVolumeOptions): Filesystem {
    return new Filesystem(filesystemName, dataVolumeVolume(options));
  }

  /** Name of the file system within the VM. */
  public readonly name: string;

  private readonly volume: VolumeRenderer;

  private constructor(name: string, volume: VolumeRenderer) {
    this.name = name;
    this.volume = volume;
  }

  /**
   * Checks the file system as an argument of a VM and renders it.
   *
   * @internal
   */
  public _render(context: VolumeContext): RenderedFilesystem {
    const name = dnsLabel(context.args, `${context.argument}.name`, this.name);
    return { filesystem: { name, virtiofs: {} }, volume: { name, ...this.volume(context).volume } };
  }
}
