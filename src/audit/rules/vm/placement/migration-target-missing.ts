import {
  accessModesOf,
  claimNameOf,
  type EvictionDecision,
  evictionDecision,
  KubevirtSource,
  migrationBlockers,
  pinnedNode,
  whoDecides,
} from '../../../../admission';
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
  references: [KubevirtSource.POD_EVICTION_ADMITTER, KubevirtSource.NODE_MAINTENANCE, KubevirtSource.CLUSTER_EVICTION_STRATEGY],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { workers } = context.cluster;
  const node = pinnedNode(vm, context.graph);
  if (workers === undefined && node === undefined) {
    return NOT_APPLICABLE;
  }
  const decision = evictionDecision(vm, context.graph, context.cluster);
  if (!isMigrated(vm, decision, context)) {
    return NOT_APPLICABLE;
  }
  const consequence = `evictionStrategy ${decision.strategy}${whoDecides(decision)} makes a drain of it wait for ever for a place to move the VM to`;
  if (node !== undefined) {
    const message = `the VM runs on the node "${node.name}" only, and ${consequence}`;
    const remedy = 'Select nodes by a label that several have, or set evictionStrategy: None.';
    return [{ manifest: vm.manifest, path: node.path, value: node.value, message, remedy }];
  }
  const message = `the cluster has one worker, and ${consequence}`;
  const path = vm.path('evictionStrategy');
  const value = vm.spec.evictionStrategy;
  return workers === 1 ? [{ manifest: vm.manifest, path, value, message, remedy: 'Add a worker, or set evictionStrategy: None.' }] : [];
}

/** With LiveMigrateIfPossible a VM that cannot be migrated is shut down: only one that surely can waits for a place. */
function isMigrated(vm: VirtualMachineView, { strategy }: EvictionDecision, { graph, cluster }: RuleContext): boolean {
  if (strategy !== 'LiveMigrateIfPossible') {
    return strategy === 'LiveMigrate';
  }
  const areClaimsKnown = vm.volumes.every((volume, index) => claimNameOf(volume) === undefined || accessModesOf(vm, index, graph));
  return areClaimsKnown && migrationBlockers(vm, graph, cluster).length === 0;
}
