import { disruptionBudgets } from '../../../admission';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const disruptionBudgetWithoutSelector: Rule<Manifest> = {
  id: 'disruption-budget-without-selector',
  title: 'A PodDisruptionBudget says which pods it is over',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A budget without a selector is over no pod at all; an empty selector, {}, means all pods of the namespace. The API server takes both, and a budget over nothing looks like one that protects.',
  remediation: 'Select the VMs by a label of their templates.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/#PodDisruptionBudgetSpec'],
  subjects: disruptionBudgets,
  evaluate,
};

function evaluate(budget: Manifest, { graph }: RuleContext): Outcome {
  if (graph.virtualMachinesSelectedBy({}, budget.metadata?.namespace).length === 0) {
    return NOT_APPLICABLE;
  }
  const message = 'a budget without a selector is over no pod, and protects no VM';
  const remedy = 'Select the VMs by a label of their templates.';
  return budget.spec?.selector === undefined ? [{ manifest: budget, path: 'spec.selector', message, remedy }] : [];
}
