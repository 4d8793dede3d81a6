import { disruptionBudgets, KubevirtSource, machinesUnder } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

/** Whoever asks for no disruption gets it. */
const NO_DISRUPTION: unknown[] = [0, '0%'];

export const disruptionBudgetNotAbsolute: Rule<Manifest> = {
  id: 'disruption-budget-not-absolute',
  title: 'A PodDisruptionBudget over VMs is an absolute number',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale:
    'A VirtualMachineInstance has no scale, so Kubernetes cannot count what maxUnavailable or a percentage is a part of, and allows no disruption at all.',
  remediation: 'Use minAvailable with a whole number.',
  references: [KubevirtSource.DISRUPTION_BUDGETS, KubevirtSource.NODE_MAINTENANCE],
  subjects: disruptionBudgets,
  evaluate,
};

function evaluate(budget: Manifest, { graph }: RuleContext): Outcome {
  if (machinesUnder(budget, graph).length === 0) {
    return NOT_APPLICABLE;
  }
  const { maxUnavailable, minAvailable } = budget.spec ?? {};
  const remedy = 'Use minAvailable with a whole number below the number of VMs.';
  if (maxUnavailable !== undefined && !NO_DISRUPTION.includes(maxUnavailable)) {
    const message = 'Kubernetes cannot count the VMs that it would be a part of, and allows no disruption at all';
    return [{ manifest: budget, path: 'spec.maxUnavailable', value: maxUnavailable, message, remedy }];
  }
  const message = 'Kubernetes cannot count the VMs that a percentage would be a part of, and allows no disruption at all';
  const percentage = typeof minAvailable === 'string' && minAvailable.endsWith('%') && minAvailable !== '100%';
  return percentage ? [{ manifest: budget, path: 'spec.minAvailable', value: minAvailable, message, remedy }] : [];
}
