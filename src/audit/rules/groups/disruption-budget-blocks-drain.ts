import { disruptionBudgets, isShutDownByDrain, KubevirtSource, machinesUnder, podsOf } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const disruptionBudgetBlocksDrain: Rule<Manifest> = {
  id: 'disruption-budget-blocks-drain',
  title: 'A PodDisruptionBudget lets a VM that cannot be migrated be drained',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale: 'When as many VMs have to be available as there are, and a drain shuts one of them down, its eviction is refused for ever.',
  remediation: 'Lower minAvailable below the number of VMs, or have them migrated.',
  references: [KubevirtSource.DISRUPTION_BUDGETS, KubevirtSource.POD_EVICTION_ADMITTER],
  subjects: disruptionBudgets,
  evaluate,
};

function evaluate(budget: Manifest, { graph, cluster }: RuleContext): Outcome {
  const machines = machinesUnder(budget, graph);
  const value = budget.spec?.minAvailable;
  if (machines.length === 0 || typeof value !== 'number') {
    return NOT_APPLICABLE;
  }
  const pods = machines.reduce((sum, vm) => sum + podsOf(vm), 0);
  const stopped = value < pods ? undefined : machines.find((vm) => isShutDownByDrain(vm, graph, cluster));
  if (stopped === undefined) {
    return [];
  }
  const message = `it selects ${pods} VM${pods === 1 ? '' : 's'}, so none may be down, and a drain, which shuts ${displayName(stopped.manifest)} down, never ends`;
  const remedy =
    pods > 1
      ? `Use minAvailable: ${pods - 1}, or evictionStrategy: LiveMigrate for its VMs.`
      : 'Remove it, or set evictionStrategy: LiveMigrate.';
  return [{ manifest: budget, path: 'spec.minAvailable', value, message, remedy }];
}
