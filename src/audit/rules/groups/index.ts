import type { Rule } from '../../rule';
import { autoscaledPoolReplicasFixed } from './autoscaled-pool-replicas-fixed';
import { autoscalerFindsNoPods } from './autoscaler-finds-no-pods';
import { disruptionBudgetWithoutEffect } from './disruption-budget-without-effect';
import { hardAntiAffinityExceedsNodes } from './hard-anti-affinity-exceeds-nodes';
import { hardAntiAffinityNeedsSpareNode } from './hard-anti-affinity-needs-spare-node';
import { poolMaxUnavailableInvalid } from './pool-max-unavailable-invalid';
import { poolScaleInDeletesDisks } from './pool-scale-in-deletes-disks';
import { poolStrategyNotUnique } from './pool-strategy-not-unique';
import { tolerationInvalid } from './toleration-invalid';

/** The rules on groups and pools of VMs, and on where they run. */
export const GROUP_RULES: readonly Rule[] = [
  tolerationInvalid,
  hardAntiAffinityExceedsNodes,
  hardAntiAffinityNeedsSpareNode,
  poolMaxUnavailableInvalid,
  poolStrategyNotUnique,
  poolScaleInDeletesDisks,
  autoscalerFindsNoPods,
  autoscaledPoolReplicasFixed,
  disruptionBudgetWithoutEffect,
];
