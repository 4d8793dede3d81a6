import { KubevirtSource, runStrategyOf, watchdogOf } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';
import { startingAgain } from '../../../starting-again';

/** A halted VM that is started by hand is Always from then on. */
const NOT_RESTARTING = ['Manual', 'Once'];

export const watchdogNotRestarted: Rule<VirtualMachineView> = {
  id: 'watchdog-not-restarted',
  title: 'A VM that its watchdog powers off is started again',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale: 'The action poweroff ends the VM; whether it comes back is up to runStrategy.',
  remediation: 'Set runStrategy: Always, or use the action reset.',
  references: [KubevirtSource.RUN_STRATEGIES, KubevirtSource.VM_CONTROLLER],
  mentions: ['watchdog'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const watchdog = watchdogOf(vm);
  const strategy = runStrategyOf(vm);
  if (watchdog === undefined || strategy === undefined) {
    return NOT_APPLICABLE;
  }
  const { action, actionPath } = watchdog;
  if (action !== 'poweroff' || !NOT_RESTARTING.includes(strategy)) {
    return [];
  }
  const message = `a guest that hangs is powered off, and runStrategy ${strategy} does not start it again`;
  return [
    {
      manifest: vm.manifest,
      path: actionPath,
      value: action,
      message,
      remedy: 'Set runStrategy: Always, or use reset.',
      fix: startingAgain(vm),
    },
  ];
}
