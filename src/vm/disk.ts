import type { Size } from 'cdk8s';
import type { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';
import { type DataVolumeTemplateSpec, type DiskDevice, Quantity, type Volume } from '../imports';
import { dnsLabel } from './dns-label';

/** How a disk is attached to the guest. */
export enum DiskBus {
  /** Paravirtualized: the fastest; Windows needs its driver. */
  VIRTIO = 'virtio',
  /** SCSI controller. */
  SCSI = 'scsi',
  /** SATA controller: works without a driver. */
  SATA = 'sata',
  /** USB mass storage. */
  USB = 'usb',
}

/** What the guest sees of a disk. */
export interface DiskOptions {
  /**
   * How the disk is attached.
   *
   * Sets `disk.bus`.
   *
   * @default DiskBus.VIRTIO
   */
  readonly bus?: DiskBus;

  /**
   * Place in the boot order, 1 first; unique among the disks and interfaces of a VM.
   *
   * Sets `bootOrder`.
   *
   * @default - not in the boot order: disks boot as they are listed when none has one
   */
  readonly bootOrder?: number;

  /**
   * Serial number that the guest sees, up to 256 of `A-Z a-z 0-9 _ . + -`. It makes a stable name under
   * `/dev/disk/by-id`.
   *
   * Sets `serial`.
   *
   * @default - none
   */
  readonly serial?: string;
}

/** A disk whose volume is created together with the VM. */
export interface DataVolumeDiskOptions extends DiskOptions {
  /**
   * Size of the volume. Whole mebibytes.
   *
   * Sets `spec.dataVolumeTemplates[].spec.storage.resources.requests.storage`.
   */
  readonly size: Size;

  /**
   * StorageClass of the volume.
   *
   * @default - the default class of the cluster
   */
  readonly storageClassName?: string;

  /**
   * Who may use the volume at once. Live migration needs ReadWriteMany, and so does a quick restart on another node.
   *
   * Sets `spec.dataVolumeTemplates[].spec.storage.accessModes`.
   *
   * @default - the StorageProfile decides in a VirtualMachine; READ_WRITE_MANY in a HighlyAvailableVM
   */
  readonly accessMode?: PersistentVolumeAccessMode;

  /**
   * Block device or file system.
   *
   * Sets `spec.dataVolumeTemplates[].spec.storage.volumeMode`.
   *
   * @default - the StorageProfile decides in a VirtualMachine; BLOCK in a HighlyAvailableVM
   */
  readonly volumeMode?: PersistentVolumeMode;
}

/** A disk that is cloned from a DataSource, e.g. one of the boot images that OpenShift Virtualization keeps up to date. */
export interface DataSourceDiskOptions extends DataVolumeDiskOptions {
  /** Name of the DataSource. */
  readonly name: string;

  /**
   * Namespace of the DataSource.
   *
   * @default - the namespace of the VM
   */
  readonly namespace?: string;
}

/** A disk that is imported from a web server. */
export interface HttpDiskOptions extends DataVolumeDiskOptions {
  /** URL of the disk image, `http://` or `https://`. */
  readonly url: string;
}

/** A disk on a PersistentVolumeClaim that exists. */
export interface PersistentVolumeClaimDiskOptions extends DiskOptions {
  /** Name of the claim, in the namespace of the VM. */
  readonly claimName: string;
}

/** A disk whose content comes with a container image. What the guest writes is lost with the instance. */
export interface ContainerDiskOptions extends DiskOptions {
  /**
   * The image. Pinned by digest (`registry/image@sha256:…`) it is the same after every restart.
   */
  readonly image: string;
}

/** Storage that a kind of VM asks of every volume which does not say otherwise. */
export interface StorageDefaults {
  readonly accessMode?: PersistentVolumeAccessMode;
  readonly volumeMode?: PersistentVolumeMode;
}

/** A disk in the three places of a VM manifest where it appears. */
export interface RenderedDisk {
  readonly disk: DiskDevice;
  readonly volume: Volume;
  readonly dataVolumeTemplate?: DataVolumeTemplateSpec;
}

type VolumeRenderer = (args: Arguments, argument: string, volumeName: string, defaults: StorageDefaults) => Omit<RenderedDisk, 'disk'>;

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
   * @param options source, size and device
   */
  public static fromDataSource(diskName: string, options: DataSourceDiskOptions): Disk {
    const sourceRef = { kind: 'DataSource', name: options.name, namespace: options.namespace };
    return Disk.onDataVolume(diskName, options, () => ({ sourceRef }));
  }

  /**
   * A disk imported from a web server when the VM is created.
   *
   * @param diskName name of the disk within the VM
   * @param options source, size and device
   */
  public static fromHttp(diskName: string, options: HttpDiskOptions): Disk {
    return Disk.onDataVolume(diskName, options, (args, argument) => {
      const rule = 'an import starts from an http:// or https:// URL';
      args.matching(`${argument}.url`, options.url, /^https?:\/\/[^\s/]+/, rule, 'Pass the URL of the disk image.', 'disk-url-invalid');
      return { source: { http: { url: options.url } } };
    });
  }

  /**
   * An empty disk.
   *
   * @param diskName name of the disk within the VM
   * @param options size and device
   */
  public static blank(diskName: string, options: DataVolumeDiskOptions): Disk {
    return Disk.onDataVolume(diskName, options, () => ({ source: { blank: {} } }));
  }

  /**
   * A disk on an existing PersistentVolumeClaim. For live migration the claim has to be ReadWriteMany.
   *
   * @param diskName name of the disk within the VM
   * @param options claim and device
   */
  public static fromPersistentVolumeClaim(diskName: string, options: PersistentVolumeClaimDiskOptions): Disk {
    return new Disk(diskName, options, () => ({ volume: { name: diskName, persistentVolumeClaim: { claimName: options.claimName } } }));
  }

  /**
   * A disk from a container image: for stateless guests.
   *
   * @param diskName name of the disk within the VM
   * @param options image and device
   */
  public static fromContainerDisk(diskName: string, options: ContainerDiskOptions): Disk {
    return new Disk(diskName, options, () => ({ volume: { name: diskName, containerDisk: { image: options.image } } }));
  }

  private static onDataVolume(name: string, options: DataVolumeDiskOptions, source: SourceRenderer): Disk {
    return new Disk(name, options, (args, argument, volumeName, defaults) => {
      const accessMode = options.accessMode ?? defaults.accessMode;
      const storage = {
        accessModes: accessMode === undefined ? undefined : [accessMode],
        volumeMode: options.volumeMode ?? defaults.volumeMode,
        storageClassName: options.storageClassName,
        resources: { requests: { storage: Quantity.fromString(args.quantity(`${argument}.size`, options.size)) } },
      };
      return {
        volume: { name, dataVolume: { name: volumeName } },
        dataVolumeTemplate: { metadata: { name: volumeName }, spec: { ...source(args, argument), storage } },
      };
    });
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
   * @param vmName name of the VM: volumes that are created with it are called `<VM>-<disk>`
   * @internal
   */
  public _render(args: Arguments, argument: string, vmName: string, defaults: StorageDefaults): RenderedDisk {
    const { bus, bootOrder, serial } = this.options;
    const rule = 'a serial number has 1 to 256 of A-Z a-z 0-9 _ . + -';
    return {
      disk: {
        name: dnsLabel(args, `${argument}.name`, this.name),
        disk: { bus: bus ?? DiskBus.VIRTIO },
        bootOrder: args.integer(`${argument}.bootOrder`, bootOrder, { min: 1 }),
        serial: args.matching(
          `${argument}.serial`,
          serial,
          /^[\w.+-]{1,256}$/,
          rule,
          'Choose another serial number.',
          'disk-serial-invalid',
        ),
      },
      ...this.volume(args, argument, `${vmName}-${this.name}`, defaults),
    };
  }
}

type SourceRenderer = (args: Arguments, argument: string) => Pick<DataVolumeTemplateSpec['spec'], 'source' | 'sourceRef'>;
