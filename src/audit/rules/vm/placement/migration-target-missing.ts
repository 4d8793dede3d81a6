import {
  accessModesOf,
  type BoundTogether,
  boundTogether,
  claimNameOf,
  type EvictionDecision,
  evictionDecision,
  KubevirtSource,
  migrationBlockers,
  pinnedNode,
  whoDecides,
} from '../../../../admission';
import { displayName, type VirtualMachineView } from '../../../../graph';
import { listed } from '../../../listed';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const migrationTargetMissing: Rule<VirtualMachineView> = {
  id: 'migration-target-missing',
  title: 'A VM that is to be migrated has a node to go to',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'On a cluster with one worker, with a VM that is tied to one node, and with VMs that have to be on one node with each other, the eviction of a VM that must be migrated is refused until there is another node: a drain, and with it an update of the node, waits for ever.',
  remediation: 'Add a worker, let the VM run on others, or set evictionStrategy: None.',
  references: [KubevirtSource.POD_EVICTION_ADMITTER, KubevirtSource.NODE_MAINTENANCE, KubevirtSource.CLUSTER_EVICTION_STRATEGY],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { workers } = context.cluster;
  const node = pinnedNode(vm, context.graph);
  const bound = node === undefined ? boundTogether(vm, context.graph) : undefined;
  if (workers === undefined && node === undefined && bound === undefined) {
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
  if (bound !== undefined) {
    const { path, value } = bound;
    const remedy = 'Prefer the affinity instead of requiring it, or set evictionStrategy: None.';
    return [{ manifest: vm.manifest, path, value, message: `${companyOf(vm, bound)}, and ${consequence}`, remedy }];
  }
  const message = `the cluster has one worker, and ${consequence}`;
  const path = vm.path('evictionStrategy');
  const value = vm.spec.evictionStrategy;
  return workers === 1 ? [{ manifest: vm.manifest, path, value, message, remedy: 'Add a worker, or set evictionStrategy: None.' }] : [];
}

/** Whom a VM has to be with, and why it cannot go anywhere else. */
function companyOf(vm: VirtualMachineView, { machines }: BoundTogether): string {
  const others = machines.filter((other) => other !== vm);
  return others.length === 0
    ? 'the VM has to be on a node with a pod that has its own labels, which no other node has'
    : `the VM has to be on the node of ${listed(others, ({ manifest }) => displayName(manifest))}, and the other way round, so that none of them can go first`;
}

/** With LiveMigrateIfPossible a VM that cannot be migrated is shut down: only one that surely can waits for a place. */
function isMigrated(vm: VirtualMachineView, { strategy }: EvictionDecision, { graph, cluster }: RuleContext): boolean {
  if (strategy !== 'LiveMigrateIfPossible') {
    return strategy === 'LiveMigrate';
  }
  const areClaimsKnown = vm.volumes.every((volume, index) => claimNameOf(volume) === undefined || accessModesOf(vm, index, graph));
  return areClaimsKnown && migrationBlockers(vm, graph, cluster).length === 0;
}
