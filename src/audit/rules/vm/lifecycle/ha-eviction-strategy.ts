import {
  type EvictionDecision,
  evictionDecision,
  isHighlyAvailable,
  KubevirtSource,
  type MigrationBlocker,
  migrationBlockers,
  storageAssumptions,
} from '../../../../admission';
import { ownValue } from '../../../../facts';
import type { ManifestGraph, VirtualMachineView } from '../../../../graph';
import { setting, together } from '../../../fix';
import { hardening, unblocking } from '../../../hardening';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const DRAINED = 'a drain of the node shuts the VM down';
const UNKNOWN = 'the cluster decides, and unless it has several workers, a drain shuts the VM down';
const CONSEQUENCES: Readonly<Record<string, string>> = {
  None: DRAINED,
  External: 'a drain of the node waits until another controller ends the VM',
  LiveMigrateIfPossible: 'a drain of the node shuts the VM down whenever it cannot be migrated, without a word',
};

export const haEvictionStrategy: Rule<VirtualMachineView> = {
  id: 'ha-eviction-strategy',
  title: 'A highly available VM is migrated when its node is drained',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'Without evictionStrategy LiveMigrate a drain shuts the VM down, or may do so.',
  remediation: 'Set evictionStrategy: LiveMigrate.',
  references: [KubevirtSource.POD_EVICTION_ADMITTER, KubevirtSource.NODE_MAINTENANCE],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  const decision = evictionDecision(vm, graph, cluster);
  if (decision.strategy === 'LiveMigrate') {
    return [];
  }
  const message = consequence(decision);
  const value = vm.spec.evictionStrategy;
  return [
    {
      manifest: vm.manifest,
      path: vm.path('evictionStrategy'),
      value,
      message,
      remedy: 'Set evictionStrategy: LiveMigrate.',
      fix: migrating(vm, graph, migrationBlockers(vm, graph, cluster)),
    },
  ];
}

/**
 * It is set together with what lets the VM be migrated, where all of that is known. Where a volume may be one that keeps the VM where it is,
 * somebody has to look: a drain would wait for ever.
 */
function migrating(vm: VirtualMachineView, graph: ManifestGraph, blockers: readonly MigrationBlocker[]): Fix {
  const strategy = setting(vm.path('evictionStrategy'), 'LiveMigrate');
  const assumed = storageAssumptions(vm, graph);
  if (assumed.length > 0) {
    return { ...strategy, note: `Look first whether this holds: ${assumed.join(' ')}` };
  }
  const mends = blockers.flatMap((blocker) => unblocking(vm, blocker) ?? []);
  const isFree = mends.length === blockers.length;
  return isFree ? hardening(together(strategy, ...mends), mends[0]?.note) : hardening(strategy);
}

function consequence(decision: EvictionDecision): string {
  const { strategy, setBy } = decision;
  const known = ownValue(CONSEQUENCES, String(strategy)) ?? UNKNOWN;
  return setBy === undefined || strategy === undefined ? known : `${setBy} has ${strategy} for VMs without one, so ${known}`;
}
