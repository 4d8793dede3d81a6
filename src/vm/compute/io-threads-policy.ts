import { Arguments } from '../../errors';
import type { DomainSpec } from '../../imports';

/**
 * The threads of the emulator that disks do their work in.
 *
 * @see https://kubevirt.io/user-guide/storage/disks_and_volumes/#iothreads
 */
export class IoThreadsPolicy {
  /** One thread for all disks that do not ask for one of their own. */
  public static shared(): IoThreadsPolicy {
    return new IoThreadsPolicy('shared');
  }

  /** Up to two threads for each virtual CPU, shared among the disks in turn. */
  public static auto(): IoThreadsPolicy {
    return new IoThreadsPolicy('auto');
  }

  /**
   * A pool of threads, each with a queue of every disk.
   *
   * @param threadCount number of threads, at least 1
   * @throws when the number is no integer (`integer-required`), or below 1 (`out-of-range`)
   */
  public static supplementalPool(threadCount: number): IoThreadsPolicy {
    const args = new Arguments('IoThreadsPolicy.supplementalPool');
    return new IoThreadsPolicy('supplementalPool', args.integer('threadCount', threadCount, { min: 1 }));
  }

  private readonly policy: string;
  private readonly threadCount?: number;

  private constructor(policy: string, threadCount?: number) {
    this.policy = policy;
    this.threadCount = threadCount;
  }

  /** @internal */
  public _render(): Pick<DomainSpec, 'ioThreads' | 'ioThreadsPolicy'> {
    return {
      ioThreadsPolicy: this.policy,
      ioThreads: this.threadCount === undefined ? undefined : { supplementalPoolThreadCount: this.threadCount },
    };
  }
}
