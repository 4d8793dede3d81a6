import type { AddedHosts, CapacityAnswers, DrainAnswer, HostUse, Loss, QuotaShortage, RemediationLimit } from '../../capacity';

/** What health checks do when hosts are lost. */
export interface LossLimits {
  readonly loss: Loss;
  readonly limits: readonly RemediationLimit[];
}

/** Whether the VMs of a cluster fit, also when hosts are lost: data, of which each format is one rendering. */
export interface CapacityReport {
  /** Release of this package. */
  readonly version: string;
  /** What it was reckoned for, such as "OpenShift 4.20". */
  readonly cluster: string;
  /** How many hosts may fail at the same time. */
  readonly hostFailures: number;
  readonly vms: number;
  readonly hosts: readonly HostUse[];
  /** Hosts that are left out because they are cordoned, and no VM is known to run there. */
  readonly cordoned: readonly string[];
  readonly answers: CapacityAnswers;
  /** Whether each host can be drained. */
  readonly drains: readonly DrainAnswer[];
  /** What health checks do in each case. */
  readonly limits: readonly LossLimits[];
  /** Quotas that leave no room for a migration. */
  readonly quotas: readonly QuotaShortage[];
  /** Hosts with which everything fits; undefined: it does, or nobody knows. */
  readonly added?: AddedHosts;
  /** What nobody has said, in words to follow "assumed:". */
  readonly assumptions: readonly string[];
}
