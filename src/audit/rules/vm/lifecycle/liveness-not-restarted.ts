import { isHighlyAvailable, KubevirtSource, runStrategyOf } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';
import { startingAgain } from '../../../starting-again';

const NOT_RESTARTING = ['Manual', 'Once', 'RerunOnFailure'];

export const livenessNotRestarted: Rule<VirtualMachineView> = {
  id: 'liveness-not-restarted',
  title: 'A VM that a liveness probe stops is started again',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'A failed liveness probe shuts the guest down. Only runStrategy Always starts it again in every case: a guest that obeys the shutdown has succeeded.',
  remediation: 'Set runStrategy: Always.',
  references: [KubevirtSource.RUN_STRATEGIES, KubevirtSource.VM_CONTROLLER, KubevirtSource.PROBES],
  mentions: NOT_RESTARTING,
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const strategy = runStrategyOf(vm);
  if (strategy === undefined || !isObject(vm.spec.livenessProbe)) {
    return NOT_APPLICABLE;
  }
  if (!NOT_RESTARTING.includes(strategy) || isHighlyAvailable(vm)) {
    return []; // Of a highly available VM other rules ask more.
  }
  const restart = strategy === 'RerunOnFailure' ? 'starts it again only if it had to be killed' : 'does not start it again';
  const message = `a failed liveness probe shuts the guest down, and ${strategy} ${restart}`;
  const remedy = 'Set runStrategy: Always.';
  return [{ manifest: vm.manifest, path: vm.vmFieldPath('runStrategy'), value: strategy, message, remedy, fix: startingAgain(vm) }];
}
