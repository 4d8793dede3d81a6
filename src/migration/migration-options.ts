import type { Duration, Size } from 'cdk8s';
import type { Arguments } from '../errors';
import { Quantity } from '../imports';
import { type FallbackFields, fallbackFields, type MigrationFallback } from './migration-fallback';

const LONGEST_DOWNTIME_MILLISECONDS = 2_000_000;

/** How VMs are migrated. */
export interface MigrationOptions {
  /**
   * Whether the guest's CPUs are slowed down more and more while its memory changes too fast to be copied. The migration
   * of a busy guest then ends, at the price of slow answers while it lasts.
   *
   * Sets `allowAutoConverge`.
   *
   * @default - what holds for the cluster; KubeVirt's own default is false
   */
  readonly autoConverge?: boolean;

  /**
   * Highest rate of one migration, as the size per second. Whole mebibytes. Without a limit one migration takes what the
   * network gives, also from the traffic of VMs that share it.
   *
   * Sets `bandwidthPerMigration`.
   *
   * @default - what holds for the cluster; KubeVirt's own default is no limit
   */
  readonly bandwidth?: Size;

  /**
   * How long a migration may take for each GiB that it copies. Whole seconds, at least 1.
   *
   * Sets `completionTimeoutPerGiB`.
   *
   * @default - what holds for the cluster; KubeVirt's own default is 150 seconds
   */
  readonly completionTimeout?: Duration;

  /**
   * What happens to a migration that has not finished in time.
   *
   * Sets `allowPostCopy` and `allowWorkloadDisruption`.
   *
   * @default - what holds for the cluster; KubeVirt's own default is MigrationFallback.ABORT
   */
  readonly fallback?: MigrationFallback;

  /**
   * How long the guest may stand still while it changes over to its new node: 1 millisecond to 2000 seconds.
   *
   * Sets `maxDowntimeMs`. Needs KubeVirt 1.9.
   *
   * @default - what holds for the cluster; KubeVirt's own default is 900 milliseconds
   */
  readonly maximumDowntime?: Duration;
}

/** The same in the words of the API. */
export interface MigrationFields extends FallbackFields {
  readonly allowAutoConverge?: boolean;
  readonly bandwidthPerMigration?: Quantity;
  readonly completionTimeoutPerGiB?: number;
  readonly maxDowntimeMs?: number;
}

export function renderMigrationOptions(args: Arguments, options: MigrationOptions): MigrationFields {
  const bandwidth = args.quantity('bandwidth', options.bandwidth);
  const milliseconds = options.maximumDowntime?.toMilliseconds({ integral: false });
  return {
    allowAutoConverge: options.autoConverge,
    bandwidthPerMigration: bandwidth === undefined ? undefined : Quantity.fromString(bandwidth),
    completionTimeoutPerGiB: args.seconds('completionTimeout', options.completionTimeout, { min: 1 }),
    maxDowntimeMs: args.integer('maximumDowntime', milliseconds, { min: 1, max: LONGEST_DOWNTIME_MILLISECONDS }),
    ...fallbackFields(options.fallback),
  };
}
