import type { Duration } from 'cdk8s';
import type { ConditionStatus } from './condition-status';

/** A state of a node that calls for remediation once it has lasted for a while. */
export interface UnhealthyCondition {
  /**
   * Type of the node condition, such as `Ready`, or what a problem detector on the node reports.
   *
   * Sets `spec.unhealthyConditions[].type`.
   */
  readonly type: string;

  /**
   * The status that is unhealthy. A condition that has more than one unhealthy status needs an entry for each.
   *
   * Sets `spec.unhealthyConditions[].status`.
   */
  readonly status: ConditionStatus;

  /**
   * How long the condition must have had this status: whole seconds, 0 for at once.
   *
   * It is the part of the recovery time after a node failure that can be chosen: too short, and nodes are
   * remediated that would have come back after a restart of their kubelet; too long, and VMs stay down.
   *
   * Sets `spec.unhealthyConditions[].timeout` of a MachineHealthCheck, `spec.unhealthyConditions[].duration` of a
   * NodeHealthCheck.
   */
  readonly timeout: Duration;
}
