import { isHighlyAvailable, KubevirtSource, runStrategyOf } from '../../../../admission';
import { AMPLE_GRACE_SECONDS } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { graceViolations } from '../../../grace-violations';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const gracePeriodZero: Rule<VirtualMachineView> = {
  id: 'grace-period-zero',
  title: 'A VM with RerunOnFailure has a grace period above 0',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale: 'With a grace period of 0 the forced end of a guest counts as a success, and RerunOnFailure does not start it again.',
  remediation: `Set terminationGracePeriodSeconds: ${AMPLE_GRACE_SECONDS}.`,
  references: [KubevirtSource.VIRT_HANDLER, KubevirtSource.RUN_STRATEGIES],
  mentions: ['RerunOnFailure'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (runStrategyOf(vm) !== 'RerunOnFailure' || isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  return graceViolations(vm, 'the forced end of a guest then counts as a success, and RerunOnFailure does not start it again');
}
