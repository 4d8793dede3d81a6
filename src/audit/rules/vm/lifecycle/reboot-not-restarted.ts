import { KubevirtSource, runStrategyOf } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';
import { startingAgain } from '../../../starting-again';

export const rebootNotRestarted: Rule<VirtualMachineView> = {
  id: 'reboot-not-restarted',
  title: 'A VM that ends when its guest reboots is started again',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'With rebootPolicy Terminate a reboot of the guest ends the VM, and only runStrategy Always is sure to start it again: an update that reboots the guest would switch it off.',
  remediation: 'Set runStrategy: Always, or remove rebootPolicy.',
  references: [KubevirtSource.API_TYPES, KubevirtSource.RUN_STRATEGIES],
  mentions: ['rebootPolicy'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const strategy = runStrategyOf(vm);
  if (vm.domain.rebootPolicy !== 'Terminate' || strategy === undefined) {
    return NOT_APPLICABLE;
  }
  const message = `a reboot of the guest ends the VM, and runStrategy ${strategy} is not sure to start it again`;
  const path = vm.path('domain.rebootPolicy');
  const remedy = 'Set runStrategy: Always, or remove rebootPolicy.';
  return strategy === 'Always' ? [] : [{ manifest: vm.manifest, path, value: 'Terminate', message, remedy, fix: startingAgain(vm) }];
}
