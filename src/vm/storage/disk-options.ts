import type { Arguments } from '../../errors';
import { DISK_SERIAL } from '../../facts';
import type { DiskDevice } from '../../imports';
import { dnsLabel } from '../dns-label';
import type { BlockSize } from './block-size';
import { DiskKind } from './disk-kind';
import type { DiskBus, DiskCache, DiskErrorPolicy, DiskIo } from './disk-modes';

/** What the guest sees of a disk. */
export interface DiskOptions {
  /**
   * What the guest takes it for: a disk, a LUN or a CD-ROM drive.
   *
   * Sets `disk`, `lun` or `cdrom`.
   *
   * @default DiskKind.disk(), for a sysprep disk DiskKind.cdRom()
   */
  readonly kind?: DiskKind;

  /**
   * How the disk is attached.
   *
   * Sets `disk.bus`, `lun.bus` or `cdrom.bus`.
   *
   * @default - virtio for a disk, scsi for a LUN, sata for a CD-ROM drive; in a VM with a preference, what that prefers
   */
  readonly bus?: DiskBus;

  /**
   * Whether the guest may only read.
   *
   * Sets `disk.readonly`, `lun.readonly` or `cdrom.readonly`.
   *
   * @default - the guest may write disks and LUNs, and read CD-ROMs
   */
  readonly readOnly?: boolean;

  /**
   * Place in the boot order, 1 first; unique among the disks and interfaces of a VM.
   *
   * Sets `bootOrder`.
   *
   * @default - not in the boot order: disks boot as they are listed when none has one
   */
  readonly bootOrder?: number;

  /**
   * Serial number that the guest sees of a disk, up to 256 of `A-Z a-z 0-9 _ . + -`. It makes a stable name under
   * `/dev/disk/by-id`, where `/dev/vdb` may be another disk after a change. KubeVirt passes none on for LUNs and CD-ROMs.
   *
   * Sets `serial`.
   *
   * @default - none
   */
  readonly serial?: string;

  /**
   * What happens to a write on its way through the host.
   *
   * Sets `cache`.
   *
   * @default - none where the storage can do without the page cache of the host, else writethrough
   */
  readonly cache?: DiskCache;

  /**
   * How QEMU talks to the storage. `NATIVE` needs `DiskCache.NONE`.
   *
   * Sets `io`.
   *
   * @default - native for block volumes and preallocated files, else threads
   */
  readonly io?: DiskIo;

  /**
   * What happens when the storage answers with an error. The default pauses the VM, which protects its file systems, and
   * leaves it paused until the storage is back: `REPORT` is for guests that have another disk or another member to go to.
   *
   * Sets `errorPolicy`.
   *
   * @default - KubeVirt's: DiskErrorPolicy.STOP
   */
  readonly errorPolicy?: DiskErrorPolicy;

  /**
   * Whether several VMs may have the disk at once. Only a cluster file system or a database that coordinates its members
   * survives that; the cache has to be `NONE`.
   *
   * Sets `shareable`.
   *
   * @default false
   */
  readonly shareable?: boolean;

  /**
   * Whether the disk has an I/O thread to itself. On virtio only.
   *
   * Sets `dedicatedIOThread`.
   *
   * @default false
   */
  readonly dedicatedIoThread?: boolean;

  /**
   * Size of the blocks that the guest sees.
   *
   * Sets `blockSize`.
   *
   * @default - 512 bytes, whatever the storage has
   */
  readonly blockSize?: BlockSize;

  /**
   * A word that the guest finds beside the address of the disk in the metadata of a config drive.
   *
   * Sets `tag`.
   *
   * @default - none
   */
  readonly tag?: string;
}

/** The VM that a disk belongs to. */
export interface DiskContext {
  readonly args: Arguments;
  /** Path of the argument, e.g. `disks[0]`. */
  readonly argument: string;
  /** Whether a preference of the VM has a say in the bus of a disk. */
  readonly hasPreference: boolean;
}

/** Checks what the guest sees of a disk and renders it. */
export function renderDiskDevice({ args, argument, hasPreference }: DiskContext, name: string, options: DiskOptions): DiskDevice {
  const { kind = DiskKind.disk(), readOnly, blockSize } = options;
  const bus = options.bus ?? (hasPreference ? undefined : kind._defaultBus);
  const rule = 'a serial number has 1 to 256 of A-Z a-z 0-9 _ . + -';
  args.matching(`${argument}.serial`, options.serial, DISK_SERIAL.pattern, rule, 'Choose another serial number.', 'disk-serial-invalid');
  return {
    name: dnsLabel(args, `${argument}.name`, name),
    bootOrder: args.integer(`${argument}.bootOrder`, options.bootOrder, { min: 1 }),
    serial: options.serial,
    cache: options.cache,
    io: options.io,
    errorPolicy: options.errorPolicy,
    shareable: options.shareable,
    dedicatedIOThread: options.dedicatedIoThread,
    blockSize: blockSize?._render(args, `${argument}.blockSize`),
    tag: options.tag,
    ...kind._render(args, argument, { bus, readonly: readOnly }),
  };
}
