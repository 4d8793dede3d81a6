import type { Arguments } from '../../errors';
import type { DiskDevice } from '../../imports';
import { checkedPciAddress } from '../pci-address';
import { whenTrue } from '../vm-fields';
import { DiskBus } from './disk-modes';

/** A disk. */
export interface PlainDiskOptions {
  /**
   * PCI address in the guest, e.g. `0000:82:10.0`, for guests that know their disks by it. On virtio only.
   *
   * Sets `disk.pciAddress`.
   *
   * @default - the next free one
   */
  readonly pciAddress?: string;
}

/** A LUN. */
export interface LunOptions {
  /**
   * Whether the guest may take SCSI-3 persistent reservations, as cluster software does to fence its peers. It needs the
   * feature gate `PersistentReservation` before KubeVirt 1.9, and blocks live migration there.
   *
   * Sets `lun.reservation`.
   *
   * @default false
   */
  readonly reservation?: boolean;
}

/** The tray of a CD-ROM drive. */
export enum CdRomTray {
  /** The medium is in the drive. */
  CLOSED = 'closed',
  /** The guest starts with an open tray. */
  OPEN = 'open',
}

/** A CD-ROM drive. */
export interface CdRomOptions {
  /**
   * State of the tray when the guest starts.
   *
   * Sets `cdrom.tray`.
   *
   * @default CdRomTray.CLOSED
   */
  readonly tray?: CdRomTray;
}

/** What the bus and the read-only flag of a disk are set on. */
interface Target {
  readonly bus?: string;
  readonly readonly?: boolean;
}

type RenderTarget = (args: Arguments, argument: string, target: Target) => Pick<DiskDevice, 'disk' | 'lun' | 'cdrom'>;

/**
 * What the guest takes a disk for.
 *
 * @see https://kubevirt.io/user-guide/storage/disks_and_volumes/#disks
 */
export class DiskKind {
  /**
   * A disk: what a guest has for its system and its data. On virtio unless the bus says otherwise.
   *
   * @param options PCI address
   */
  public static disk(options: PlainDiskOptions = {}): DiskKind {
    return new DiskKind(DiskBus.VIRTIO, (args, argument, target) => ({
      disk: {
        pciAddress: checkedPciAddress(args, `${argument}.kind.pciAddress`, options.pciAddress),
        ...target,
        readonly: whenTrue(target.readonly),
      },
    }));
  }

  /**
   * A SCSI device that takes the guest's SCSI commands itself, for volumes that are block devices. On scsi unless the bus
   * says otherwise.
   *
   * @param options persistent reservations
   */
  public static lun(options: LunOptions = {}): DiskKind {
    return new DiskKind(DiskBus.SCSI, (_args, _argument, target) => ({
      lun: { reservation: whenTrue(options.reservation), ...target, readonly: whenTrue(target.readonly) },
    }));
  }

  /**
   * A CD-ROM drive, read-only unless said otherwise. On sata unless the bus says otherwise.
   *
   * @param options tray
   */
  public static cdRom(options: CdRomOptions = {}): DiskKind {
    return new DiskKind(DiskBus.SATA, (_args, _argument, target) => ({ cdrom: { tray: options.tray, ...target } }));
  }

  /** @internal */
  public readonly _defaultBus: DiskBus;

  private readonly target: RenderTarget;

  private constructor(defaultBus: DiskBus, target: RenderTarget) {
    this._defaultBus = defaultBus;
    this.target = target;
  }

  /** @internal */
  public _render(args: Arguments, argument: string, target: Target): Pick<DiskDevice, 'disk' | 'lun' | 'cdrom'> {
    return this.target(args, argument, target);
  }
}
