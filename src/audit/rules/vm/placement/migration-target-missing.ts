import { KubevirtSource } from '../../../../admission';
import { HOST_NAME_LABEL } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const migrationTargetMissing: Rule<VirtualMachineView> = {
  id: 'migration-target-missing',
  title: 'A VM that is to be migrated has a node to go to',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'On a cluster with one worker, and with a VM that is tied to one node, the eviction of a VM that must be migrated is refused until there is another node: a drain, and with it an update of the node, waits for ever.',
  remediation: 'Add a worker, let the VM run on others, or set evictionStrategy: None.',
  references: [KubevirtSource.POD_EVICTION_ADMITTER, KubevirtSource.NODE_MAINTENANCE],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const value = vm.spec.evictionStrategy;
  const node = vm.spec.nodeSelector?.[HOST_NAME_LABEL];
  if (value !== 'LiveMigrate' || (cluster.workers === undefined && node === undefined)) {
    return NOT_APPLICABLE;
  }
  if (node !== undefined) {
    const message = `the VM runs on the node "${node}" only, so a drain of it waits for ever for a place to move the VM to`;
    const remedy = 'Select nodes by a label that several have, or set evictionStrategy: None.';
    return [{ manifest: vm.manifest, path: vm.path('nodeSelector'), value: vm.spec.nodeSelector, message, remedy }];
  }
  const message = 'the cluster has one worker, so a drain of it waits for ever for a place to move the VM to';
  const path = vm.path('evictionStrategy');
  return cluster.workers === 1
    ? [{ manifest: vm.manifest, path, value, message, remedy: 'Add a worker, or set evictionStrategy: None.' }]
    : [];
}
