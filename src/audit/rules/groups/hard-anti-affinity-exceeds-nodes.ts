import { KubevirtSource, spreadsOverNodes } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const hardAntiAffinityExceedsNodes: Rule<ManifestGraph> = {
  id: 'hard-anti-affinity-exceeds-nodes',
  title: 'VMs that may not share a node are no more than the nodes',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'availability',
  rationale: 'Each of them needs a node of its own. Those for which none is left never start.',
  remediation: 'Use preferred anti-affinity, fewer VMs or more nodes.',
  references: [KubevirtSource.LIVE_MIGRATION, 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph, { cluster: { workers } }: RuleContext): Outcome {
  const spreads = spreadsOverNodes(graph);
  if (workers === undefined || spreads.length === 0) {
    return NOT_APPLICABLE;
  }
  return spreads
    .filter(({ pods }) => pods > workers)
    .map(({ pods, vm, path, term }) => ({
      manifest: vm.manifest,
      path,
      value: term,
      message: `it keeps ${pods} VMs on nodes of their own, and the cluster has ${workers}, so ${pods - workers} of them cannot start`,
      remedy: 'Use preferredDuringSchedulingIgnoredDuringExecution.',
    }));
}
