import { isHighlyAvailable, KubevirtSource, spreadsOverNodes } from '../../../admission';
import type { ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

/** For highly available VMs `ha-spread-required` says more. */
export const hardAntiAffinityNeedsSpareNode: Rule<ManifestGraph> = {
  id: 'hard-anti-affinity-needs-spare-node',
  title: 'VMs that may not share a node leave one node free',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'A VM is migrated, or restarted after its node has failed, on a node that has none of the others. When each node has one, a drain waits and a failed VM stays down.',
  remediation: 'Use preferred anti-affinity, or one VM less than there are nodes.',
  references: [KubevirtSource.LIVE_MIGRATION, 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph, { cluster: { workers } }: RuleContext): Outcome {
  const spreads = spreadsOverNodes(graph).filter(({ vm }) => !isHighlyAvailable(vm));
  if (workers === undefined || spreads.length === 0) {
    return NOT_APPLICABLE;
  }
  return spreads
    .filter(({ pods }) => pods === workers)
    .map(({ pods, vm, path, term }) => ({
      manifest: vm.manifest,
      path,
      value: term,
      message: `it keeps ${pods} VMs on nodes of their own, and the cluster has no more, so none of them can be migrated or restarted elsewhere`,
      remedy: 'Use preferredDuringSchedulingIgnoredDuringExecution.',
    }));
}
