import { disruptionBudgets } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { Manifest } from '../../../graph';
import { removal } from '../../fix';
import type { Outcome, Rule } from '../../rule';
import { Severity } from '../../severity';

export const disruptionBudgetOfBoth: Rule<Manifest> = {
  id: 'disruption-budget-of-both',
  title: 'A PodDisruptionBudget has minAvailable or maxUnavailable',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale: 'The API server refuses a budget with both: each says what the other one says.',
  remediation: 'Keep minAvailable: for VMs Kubernetes cannot count what maxUnavailable is a part of.',
  references: ['https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/policy/validation/validation.go'],
  subjects: disruptionBudgets,
  evaluate,
};

function evaluate(budget: Manifest): Outcome {
  const { maxUnavailable, minAvailable } = budget.spec ?? {};
  // Null is a field that is not set.
  if (maxUnavailable == null || minAvailable == null) {
    return [];
  }
  const path = 'spec.maxUnavailable';
  const message = 'it excludes minAvailable, and the API server rejects an object with both';
  return [
    { manifest: budget, path, value: maxUnavailable, message, remedy: 'Keep one of minAvailable, maxUnavailable.', fix: removal(path) },
  ];
}
