import type { Duration } from 'cdk8s';
import type { Arguments } from '../errors';
import { goDuration } from '../facts';
import type { WorkloadUpdateStrategy } from '../imports';

/** How a running VM gets the new release after an upgrade of KubeVirt. */
export enum WorkloadUpdateMethod {
  /** It is migrated. */
  LIVE_MIGRATE = 'LiveMigrate',
  /** It is shut down, if it cannot be migrated or LIVE_MIGRATE is not among the methods. */
  EVICT = 'Evict',
}

/** How running VMs get the new release after an upgrade of KubeVirt. */
export interface WorkloadUpdateOptions {
  /**
   * The methods. With none, VMs keep running on the old release, with its faults, until somebody restarts or migrates them.
   *
   * Sets `workloadUpdateMethods`.
   *
   * @default - LIVE_MIGRATE
   */
  readonly methods?: WorkloadUpdateMethod[];

  /**
   * How many VMs are shut down at a time, at least 1. It does not hold for migrations.
   *
   * Sets `batchEvictionSize`.
   *
   * @default - 10, by KubeVirt
   */
  readonly evictionBatchSize?: number;

  /**
   * How long to wait between two batches. Whole seconds, at least 1.
   *
   * Sets `batchEvictionInterval`.
   *
   * @default - 1 minute, by KubeVirt
   */
  readonly evictionBatchInterval?: Duration;
}

export function renderWorkloadUpdate(args: Arguments, options: WorkloadUpdateOptions): WorkloadUpdateStrategy {
  const { methods, evictionBatchSize, evictionBatchInterval } = options;
  const seconds = args.seconds('workloadUpdate.evictionBatchInterval', evictionBatchInterval, { min: 1 });
  return {
    workloadUpdateMethods: [...(methods ?? [WorkloadUpdateMethod.LIVE_MIGRATE])],
    batchEvictionSize: args.integer('workloadUpdate.evictionBatchSize', evictionBatchSize, { min: 1 }),
    batchEvictionInterval: goDuration(seconds),
  };
}
