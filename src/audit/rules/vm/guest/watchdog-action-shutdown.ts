import { KubevirtSource, watchdogOf } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const watchdogActionShutdown: Rule<VirtualMachineView> = {
  id: 'watchdog-action-shutdown',
  title: 'The watchdog does not ask a hung guest to shut down',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale: 'The action shutdown presses the power button: a guest that does not feed its watchdog does not react to it either.',
  remediation: 'Use poweroff to have the VM started elsewhere, or reset to reboot the guest where it is.',
  references: [KubevirtSource.API_TYPES, KubevirtSource.RUN_STRATEGIES],
  mentions: ['watchdog'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const watchdog = watchdogOf(vm);
  if (watchdog === undefined) {
    return NOT_APPLICABLE;
  }
  const message = 'it asks the guest to shut down, which a guest that hangs does not do';
  const remedy = 'Use poweroff to have the VM started again, possibly on another node, or reset to reboot the guest where it is.';
  const { action, actionPath } = watchdog;
  return action === 'shutdown' ? [{ manifest: vm.manifest, path: actionPath, value: action, message, remedy }] : [];
}
