import { AUTOSCALER_GUIDE, autoscalers, scaledPool } from '../../../admission';
import type { Manifest } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const autoscaledPoolReplicasFixed: Rule<Manifest> = {
  id: 'autoscaled-pool-replicas-fixed',
  title: 'A pool with an autoscaler leaves its size to it',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'Each time the manifest is applied, the pool goes back to the number in it, whatever the autoscaler has decided.',
  remediation: 'Remove replicas.',
  references: [AUTOSCALER_GUIDE],
  subjects: autoscalers,
  evaluate,
};

function evaluate(autoscaler: Manifest, { graph }: RuleContext): Outcome {
  const pool = scaledPool(autoscaler, graph);
  if (pool === undefined) {
    return NOT_APPLICABLE;
  }
  const value = pool.spec?.replicas;
  const message = 'an autoscaler decides how many VMs there are, and applying the manifest goes back to this number';
  return value === undefined || value === null
    ? []
    : [
        {
          manifest: pool,
          path: 'spec.replicas',
          value,
          message,
          remedy: 'Remove it: minReplicas of the autoscaler is the lower bound.',
          fix: removal('spec.replicas'),
        },
      ];
}
