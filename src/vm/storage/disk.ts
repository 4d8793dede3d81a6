import type { DiskDevice, Volume } from '../../imports';
import { DataVolumeSource } from './data-volume-source';
import { templateVolume } from './data-volume-template';
import { DiskKind } from './disk-kind';
import { type DiskOptions, renderDiskDevice } from './disk-options';
import type {
  ConfigMapDiskOptions,
  ContainerDiskOptions,
  DataSourceDiskOptions,
  DataVolumeDiskOptions,
  DataVolumeReferenceDiskOptions,
  DownwardApiDiskOptions,
  EmptyDiskOptions,
  EphemeralDiskOptions,
  HostDiskOptions,
  HttpDiskOptions,
  PersistentVolumeClaimDiskOptions,
  SecretDiskOptions,
  ServiceAccountDiskOptions,
  SourceDiskOptions,
  SysprepDiskOptions,
} from './disk-volume-options';
import {
  claimVolume,
  configMapVolume,
  containerDiskVolume,
  dataVolumeVolume,
  downwardApiVolume,
  downwardMetricsVolume,
  emptyDiskVolume,
  ephemeralVolume,
  hostDiskVolume,
  type RenderedVolume,
  secretVolume,
  serviceAccountVolume,
  sysprepVolume,
  type VolumeContext,
  type VolumeRenderer,
} from './volume';

/** A disk in the places of a VM manifest where it appears. */
export interface RenderedDisk {
  readonly disk: DiskDevice;
  /** Undefined for a drive without a medium. */
  readonly volume?: Volume;
  readonly dataVolumeTemplate?: RenderedVolume['dataVolumeTemplate'];
}

/**
 * A disk of a virtual machine together with the volume behind it.
 *
 * @see https://kubevirt.io/user-guide/storage/disks_and_volumes/
 */
export class Disk {
  /**
   * A disk cloned from a DataSource. Its volume lives and dies with the VM.
   *
   * @param diskName name of the disk within the VM
   * @param options source, storage and device
   */
  public static fromDataSource(diskName: string, options: DataSourceDiskOptions): Disk {
    const source = DataVolumeSource.dataSource(options.name, options);
    return new Disk(diskName, options, templateVolume(diskName, { source, sourcePath: '', size: options.size }, options));
  }

  /**
   * A disk imported from a web server when the VM is created. Its volume lives and dies with the VM.
   *
   * @param diskName name of the disk within the VM
   * @param options source, storage and device
   */
  public static fromHttp(diskName: string, options: HttpDiskOptions): Disk {
    const source = DataVolumeSource.http(options.url, options);
    return new Disk(diskName, options, templateVolume(diskName, { source, sourcePath: '', size: options.size }, options));
  }

  /**
   * An empty disk that keeps what the guest writes. Its volume lives and dies with the VM.
   *
   * @param diskName name of the disk within the VM
   * @param options storage and device
   */
  public static blank(diskName: string, options: DataVolumeDiskOptions): Disk {
    const source = DataVolumeSource.blank();
    return new Disk(diskName, options, templateVolume(diskName, { source, sourcePath: '', size: options.size }, options));
  }

  /**
   * A disk filled from any source: a registry, an object store, a claim, a snapshot, an upload. Its volume lives and dies
   * with the VM.
   *
   * @param diskName name of the disk within the VM
   * @param options source, storage and device
   */
  public static fromSource(diskName: string, options: SourceDiskOptions): Disk {
    const { source, size } = options;
    return new Disk(diskName, options, templateVolume(diskName, { source, sourcePath: '.source', size }, options));
  }

  /**
   * A disk on a DataVolume that lives longer than the VM.
   *
   * @param diskName name of the disk within the VM
   * @param options volume and device
   */
  public static fromDataVolume(diskName: string, options: DataVolumeReferenceDiskOptions): Disk {
    return new Disk(diskName, options, dataVolumeVolume(options, options.hotpluggable));
  }

  /**
   * A disk on a PersistentVolumeClaim. For live migration the claim has to be ReadWriteMany.
   *
   * @param diskName name of the disk within the VM
   * @param options claim and device
   */
  public static fromPersistentVolumeClaim(diskName: string, options: PersistentVolumeClaimDiskOptions): Disk {
    return new Disk(diskName, options, claimVolume(options, options.hotpluggable));
  }

  /**
   * A disk that begins with the content of a claim and forgets with the instance what the guest wrote: several VMs can
   * start from one claim.
   *
   * @param diskName name of the disk within the VM
   * @param options claim and device
   */
  public static ephemeral(diskName: string, options: EphemeralDiskOptions): Disk {
    return new Disk(diskName, options, ephemeralVolume(options));
  }

  /**
   * A disk from a container image: for stateless guests.
   *
   * @param diskName name of the disk within the VM
   * @param options image and device
   */
  public static fromContainerDisk(diskName: string, options: ContainerDiskOptions): Disk {
    return new Disk(diskName, options, containerDiskVolume(options));
  }

  /**
   * A disk that begins empty with every start: for swap and scratch files.
   *
   * @param diskName name of the disk within the VM
   * @param options size and device
   */
  public static emptyDisk(diskName: string, options: EmptyDiskOptions): Disk {
    return new Disk(diskName, options, emptyDiskVolume(options));
  }

  /**
   * A disk image on the file system of a host. It ties the VM to that host, unless every host shares the file; KubeVirt
   * takes it with the feature gate `HostDisk` only.
   *
   * @param diskName name of the disk within the VM
   * @param options image and device
   */
  public static hostDisk(diskName: string, options: HostDiskOptions): Disk {
    return new Disk(diskName, options, hostDiskVolume(options));
  }

  /**
   * A disk with the keys of a Secret as files. The guest sees the state of its start; `Filesystem.fromSecret` follows changes.
   *
   * @param diskName name of the disk within the VM
   * @param options Secret and device
   */
  public static fromSecret(diskName: string, options: SecretDiskOptions): Disk {
    return new Disk(diskName, options, secretVolume(options));
  }

  /**
   * A disk with the keys of a ConfigMap as files. The guest sees the state of its start; `Filesystem.fromConfigMap` follows
   * changes.
   *
   * @param diskName name of the disk within the VM
   * @param options ConfigMap and device
   */
  public static fromConfigMap(diskName: string, options: ConfigMapDiskOptions): Disk {
    return new Disk(diskName, options, configMapVolume(options));
  }

  /**
   * A disk with the token of a service account, for guests that talk to the API of the cluster. One for a VM.
   *
   * @param diskName name of the disk within the VM
   * @param options service account and device
   */
  public static fromServiceAccount(diskName: string, options: ServiceAccountDiskOptions): Disk {
    return new Disk(diskName, options, serviceAccountVolume(options));
  }

  /**
   * A disk with fields of the VM's pod as files.
   *
   * @param diskName name of the disk within the VM
   * @param options fields and device
   */
  public static downwardApi(diskName: string, options: DownwardApiDiskOptions): Disk {
    return new Disk(diskName, options, downwardApiVolume(options));
  }

  /**
   * A disk with metrics of the host and of the VM, which `vm-dump-metrics` reads in the guest. KubeVirt takes it with the
   * feature gate `DownwardMetrics` only. One for a VM.
   *
   * @param diskName name of the disk within the VM
   * @param options device
   */
  public static downwardMetrics(diskName: string, options: DiskOptions = {}): Disk {
    return new Disk(diskName, options, downwardMetricsVolume());
  }

  /**
   * A CD-ROM with the answers for the set-up of Windows.
   *
   * @param diskName name of the disk within the VM
   * @param options answers and device
   */
  public static sysprep(diskName: string, options: SysprepDiskOptions): Disk {
    return new Disk(diskName, { ...options, kind: options.kind ?? DiskKind.cdRom() }, sysprepVolume(options));
  }

  /**
   * A CD-ROM drive without a medium, to put one in while the guest runs. It takes KubeVirt 1.6 and the feature gate
   * `DeclarativeHotplugVolumes`, which is on by default from KubeVirt 1.9 on.
   *
   * @param diskName name of the disk within the VM
   * @param options device
   */
  public static emptyCdRom(diskName: string, options: DiskOptions = {}): Disk {
    return new Disk(diskName, { ...options, kind: options.kind ?? DiskKind.cdRom() }, () => ({}));
  }

  /** Name of the disk within the VM. */
  public readonly name: string;

  private readonly options: DiskOptions;
  private readonly volume: VolumeRenderer;

  private constructor(name: string, options: DiskOptions, volume: VolumeRenderer) {
    this.name = name;
    this.options = options;
    this.volume = volume;
  }

  /**
   * Checks the disk as an argument of a VM and renders it.
   *
   * @internal
   */
  public _render(context: VolumeContext): RenderedDisk {
    const disk = renderDiskDevice(context, this.name, this.options);
    const { volume, dataVolumeTemplate } = this.volume(context);
    return { disk, volume: volume && { name: this.name, ...volume }, dataVolumeTemplate };
  }

  /**
   * The claim that every VM with this disk writes; undefined when each has its own, only reads, or the disk is shareable.
   *
   * @internal
   */
  public _writtenClaim(context: VolumeContext): string | undefined {
    const { volume, dataVolumeTemplate } = this.volume(context);
    const claim = volume?.persistentVolumeClaim?.claimName ?? volume?.dataVolume?.name;
    return this.options.shareable || this.options.readOnly || dataVolumeTemplate !== undefined ? undefined : claim;
  }
}
