import { KubevirtSource, podsOf, setOf } from '../../../admission';
import type { VirtualMachineView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const poolHostnameShared: Rule<VirtualMachineView> = {
  id: 'pool-hostname-shared',
  title: 'The VMs of a pool or a replica set have host names of their own',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'All VMs of a pool or a replica set are made from one template: a hostname there is the same for all of them.',
  remediation: 'Leave hostname out: each VM then has its own name.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['hostname'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (!vm.isReplicated || podsOf(vm) < 2) {
    return NOT_APPLICABLE;
  }
  const value = vm.spec.hostname;
  const message = `all ${podsOf(vm)} VMs of the ${setOf(vm)} get the same host name`;
  const remedy = 'Remove it: each VM then has its own name.';
  return value === undefined
    ? []
    : [{ manifest: vm.manifest, path: vm.path('hostname'), value, message, remedy, fix: removal(vm.path('hostname')) }];
}
