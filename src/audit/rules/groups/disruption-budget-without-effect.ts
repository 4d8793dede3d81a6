import { disruptionBudgets, evictionDecision, KubevirtSource, machinesUnder } from '../../../admission';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const ANSWERED_BEFORE: readonly unknown[] = ['LiveMigrate', 'External'];

export const disruptionBudgetWithoutEffect: Rule<Manifest> = {
  id: 'disruption-budget-without-effect',
  title: 'A PodDisruptionBudget is over VMs that a drain may shut down',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'KubeVirt answers the eviction of a VM with LiveMigrate or External before Kubernetes looks at a budget: the budget neither blocks nor paces a drain.',
  remediation: 'Remove the budget. How many VMs migrate at a time is a setting of the cluster.',
  references: [KubevirtSource.POD_EVICTION_ADMITTER, KubevirtSource.NODE_MAINTENANCE],
  subjects: disruptionBudgets,
  evaluate,
};

function evaluate(budget: Manifest, { graph, cluster }: RuleContext): Outcome {
  const machines = machinesUnder(budget, graph);
  if (machines.length === 0) {
    return NOT_APPLICABLE;
  }
  if (machines.some((vm) => !ANSWERED_BEFORE.includes(evictionDecision(vm, graph, cluster).strategy))) {
    return [];
  }
  const message = 'a drain has all the VMs that it selects migrated, or left to another controller, before it looks at the budget';
  const remedy = 'Remove the budget: parallelMigrationsPerCluster bounds how many VMs migrate at a time.';
  return [{ manifest: budget, path: 'spec.selector', value: budget.spec?.selector, message, remedy }];
}
