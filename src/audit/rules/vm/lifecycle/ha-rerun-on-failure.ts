import { isHighlyAvailable, KubevirtSource } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { hardening } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const haRerunOnFailure: Rule<VirtualMachineView> = {
  id: 'ha-rerun-on-failure',
  title: 'A highly available VM is started again however it ended',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'RerunOnFailure takes a graceful end for the wish to stop: a drain without migration, a deleted pod, or a failed liveness probe that the guest obeys.',
  remediation: 'Set runStrategy: Always.',
  references: [KubevirtSource.RUN_STRATEGIES, KubevirtSource.VM_CONTROLLER],
  mentions: ['RerunOnFailure'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  const value = vm.vmSpec?.runStrategy;
  const message =
    'the VM stays down when its guest has shut down in good order: after a drain that does not migrate it, the deletion of its pod, or a failed liveness probe';
  return value === 'RerunOnFailure'
    ? [
        {
          manifest: vm.manifest,
          path: vm.vmFieldPath('runStrategy'),
          value,
          message,
          remedy: 'Set runStrategy: Always.',
          fix: hardening(setting(vm.vmFieldPath('runStrategy'), 'Always')),
        },
      ]
    : [];
}
