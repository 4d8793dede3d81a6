import { Duration } from 'cdk8s';
import { HEALTH_CHECK_PATIENCE } from '../facts';
import { ConditionStatus } from './condition-status';
import type { UnhealthyCondition } from './unhealthy-condition';

/** The two ways in which a node fails: its kubelet says so, or nobody hears of it any more. */
export const NODE_FAILURE: readonly UnhealthyCondition[] = [
  { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(HEALTH_CHECK_PATIENCE.usual) },
  { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(HEALTH_CHECK_PATIENCE.usual) },
];
