import { evictionDecision, KubevirtSource, migrationBlockers, whoDecides } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { unblocking } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** As `live-migrate-blocked`, for a strategy that stands in none of the manifests: the cluster may have been told otherwise. */
export const defaultLiveMigrateBlocked: Rule<VirtualMachineView> = {
  id: 'default-live-migrate-blocked',
  title: 'A VM that the cluster migrates by default can be live-migrated',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'OpenShift Virtualization gives VMs without evictionStrategy LiveMigrate when the cluster has more than one worker. The eviction of one that cannot be migrated is refused for ever: drains of its node, and with them updates of the cluster, do not end.',
  remediation: 'Set evictionStrategy: LiveMigrateIfPossible or None, or remove what blocks the migration.',
  references: [KubevirtSource.HYPER_CONVERGED_DEFAULTS, KubevirtSource.CLUSTER_EVICTION_STRATEGY, KubevirtSource.POD_EVICTION_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const decision = evictionDecision(vm, graph, cluster);
  if (decision.strategy !== 'LiveMigrate' || !decision.isPresumed) {
    return NOT_APPLICABLE;
  }
  const blockers = migrationBlockers(vm, graph, cluster).map((blocker) => ({ ...blocker, fix: unblocking(vm, blocker) }));
  return blockers.map(({ path, value, reason, message, remedy, fix }) => ({
    manifest: vm.manifest,
    fix,
    path,
    value,
    message: `${message} (${reason}), so evictionStrategy LiveMigrate${whoDecides(decision)} blocks every drain of its node and every update of the cluster`,
    remedy: `${remedy} With evictionStrategy: LiveMigrateIfPossible a drain shuts the VM down instead.`,
  }));
}
