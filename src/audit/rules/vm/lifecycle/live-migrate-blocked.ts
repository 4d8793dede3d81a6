import { evictionDecision, KubevirtSource, migrationBlockers, whoDecides } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { unblocking } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** Where LiveMigrate is a default that nobody has written, `default-live-migrate-blocked` tells. */
export const liveMigrateBlocked: Rule<VirtualMachineView> = {
  id: 'live-migrate-blocked',
  title: 'A VM with evictionStrategy LiveMigrate can be live-migrated',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale:
    'The eviction of a VM that must be migrated and cannot be is refused for ever: no drain of its node ends. A VM without evictionStrategy has that of the cluster.',
  remediation: 'Remove what blocks the migration, or set evictionStrategy: LiveMigrateIfPossible.',
  references: [
    KubevirtSource.VIRT_HANDLER,
    KubevirtSource.POD_EVICTION_ADMITTER,
    KubevirtSource.CLUSTER_EVICTION_STRATEGY,
    KubevirtSource.LIVE_MIGRATION,
  ],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const decision = evictionDecision(vm, graph, cluster);
  if (decision.strategy !== 'LiveMigrate' || decision.isPresumed) {
    return NOT_APPLICABLE;
  }
  const blockers = migrationBlockers(vm, graph, cluster).map((blocker) => ({ ...blocker, fix: unblocking(vm, blocker) }));
  return blockers.map(({ path, value, reason, message, remedy, fix }) => ({
    manifest: vm.manifest,
    fix,
    path,
    value,
    message: `${message} (${reason}), so evictionStrategy LiveMigrate${whoDecides(decision)} blocks every drain of its node for ever`,
    remedy,
  }));
}
