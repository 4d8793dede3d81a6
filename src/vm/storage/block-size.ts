import type { Arguments } from '../../errors';
import { BLOCK_SIZES, isPowerOfTwo } from '../../facts';
import type { BlockSize as KubeBlockSize } from '../../imports';

/** Sizes of the blocks of a disk, in bytes: powers of 2 from 512 to 2,097,152. */
export interface CustomBlockSize {
  /**
   * The smallest unit that the guest can address. At most the physical size; 512 on sata.
   *
   * Sets `blockSize.custom.logical`.
   */
  readonly logical: number;

  /**
   * The unit that the guest should write in to spare the storage a read.
   *
   * Sets `blockSize.custom.physical`.
   */
  readonly physical: number;
}

/**
 * Size of the blocks that the guest sees on a disk.
 *
 * @see https://kubevirt.io/user-guide/storage/disks_and_volumes/
 */
export class BlockSize {
  /** The sizes of the volume behind the disk: a guest on 4-KiB storage then writes whole blocks. */
  public static matchVolume(): BlockSize {
    return new BlockSize(() => ({ matchVolume: { enabled: true } }));
  }

  /**
   * Sizes of one's own, for software that insists on some.
   *
   * @param sizes logical and physical size
   */
  public static custom(sizes: CustomBlockSize): BlockSize {
    return new BlockSize((args, argument) => ({
      custom: {
        logical: powerOfTwo(args, `${argument}.logical`, sizes.logical),
        physical: powerOfTwo(args, `${argument}.physical`, sizes.physical),
      },
    }));
  }

  private constructor(private readonly blockSize: (args: Arguments, argument: string) => KubeBlockSize) {}

  /** @internal */
  public _render(args: Arguments, argument: string): KubeBlockSize {
    return this.blockSize(args, argument);
  }
}

function powerOfTwo(args: Arguments, argument: string, value: number): number {
  args.integer(argument, value, BLOCK_SIZES);
  if (!isPowerOfTwo(value)) {
    args.refuse('power-of-two-required', argument, String(value), 'a block size is a power of 2', 'Use 512 or 4096.');
  }
  return value;
}
