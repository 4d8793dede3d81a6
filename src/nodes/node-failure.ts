import { Duration } from 'cdk8s';
import { ConditionStatus } from './condition-status';
import type { UnhealthyCondition } from './unhealthy-condition';

/** The two ways in which a node fails: its kubelet says so, or nobody hears of it any more. */
export const NODE_FAILURE: readonly UnhealthyCondition[] = [
  { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(300) },
  { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(300) },
];
