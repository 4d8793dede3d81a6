import { disruptionBudgets, KubevirtSource, machinesUnder } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type Manifest, type ManifestGraph, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const disruptionBudgetOverlap: Rule<ManifestGraph> = {
  id: 'disruption-budget-overlap',
  title: 'A VM is under one PodDisruptionBudget',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale: 'Kubernetes answers the eviction of a pod under two budgets with an error, whatever they allow.',
  remediation: 'Keep one of them, or give their selectors different labels.',
  references: [KubevirtSource.DISRUPTION_BUDGETS],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const protectors = new Map<VirtualMachineView, Manifest>();
  const violations = disruptionBudgets(graph).flatMap((budget) => {
    const machines = machinesUnder(budget, graph);
    const shared = machines.find((vm) => protectors.has(vm));
    const other = shared === undefined ? undefined : protectors.get(shared);
    for (const vm of machines) {
      protectors.set(vm, protectors.get(vm) ?? budget);
    }
    return shared === undefined || other === undefined ? [] : [overlap(budget, other, shared)];
  });
  return protectors.size === 0 ? NOT_APPLICABLE : violations;
}

function overlap(budget: Manifest, other: Manifest, vm: VirtualMachineView): Violation {
  const message = `${displayName(other)} selects ${displayName(vm.manifest)} as well, and Kubernetes refuses to evict a pod under two budgets`;
  const remedy = 'Keep one of them, or select different labels.';
  return { manifest: budget, path: 'spec.selector', value: budget.spec?.selector, message, remedy };
}
