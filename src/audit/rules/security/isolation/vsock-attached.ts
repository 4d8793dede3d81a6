import type { VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const vsockAttached: Rule<VirtualMachineView> = {
  id: 'vsock-attached',
  title: 'Nothing reaches a guest past its network',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'Services of the guest that listen on VSOCK are reached from the node, and from each of its containers in which the container runtime ' +
    'does not block such sockets. No NetworkPolicy and no firewall of the guest looks at it.',
  remediation:
    'Leave autoattachVSOCK out where nothing of yours uses it, and make sure that the seccomp profile of the runtime blocks AF_VSOCK.',
  references: ['https://kubevirt.io/user-guide/compute/vsock/#security'],
  mentions: ['autoattachVSOCK'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { autoattachVSOCK } = vm.devices;
  if (typeof autoattachVSOCK !== 'boolean') {
    return NOT_APPLICABLE;
  }
  const path = vm.path('domain.devices.autoattachVSOCK');
  const message = 'services of the guest on VSOCK are reached from its node, past every NetworkPolicy';
  const remedy = 'Leave it out where nothing uses it.';
  return autoattachVSOCK ? [{ manifest: vm.manifest, path, value: autoattachVSOCK, message, remedy, fix: removal(path) }] : [];
}
