import { isHighlyAvailable, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { hardening } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const haStartsPaused: Rule<VirtualMachineView> = {
  id: 'ha-starts-paused',
  title: 'A highly available VM runs as soon as it is started',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale: 'A VM that starts paused waits for somebody to unpause it, after every restart and failover again.',
  remediation: 'Remove startStrategy.',
  references: [KubevirtSource.API_TYPES],
  mentions: ['startStrategy'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  const value = vm.spec.startStrategy;
  const message = 'the VM is to be highly available, and after every restart it waits for somebody to unpause it';
  const path = vm.path('startStrategy');
  return value === 'Paused' ? [{ manifest: vm.manifest, path, value, message, remedy: 'Remove it.', fix: hardening(removal(path)) }] : [];
}
