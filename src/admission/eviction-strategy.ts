import type { ClusterProfile } from '../cluster';
import { HYPER_CONVERGED_GROUP, KUBEVIRT_GROUP, WORKER_NODE_LABEL } from '../facts';
import { isObject, type ManifestGraph, perGraph, type VirtualMachineView } from '../graph';
import { migrationBlockers } from './migration-blockers';

/** What a drain does to a VM, and who says so. */
export interface EvictionDecision {
  /** The strategy in force; undefined when neither the manifests nor the profile tell it. */
  readonly strategy: unknown;
  /** Who sets it for the VMs that do not say it themselves, as in "which … sets"; undefined: the VM says it. */
  readonly setBy?: string;
  /** Whether it is a default that nobody has written down. */
  readonly isPresumed: boolean;
}

/** KubeVirt copies the strategy of the cluster into each instance that has none of its own. */
export function evictionDecision(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): EvictionDecision {
  const own = vm.spec.evictionStrategy;
  return own === undefined ? decisionOfCluster(graph, cluster) : { strategy: own, isPresumed: false };
}

/** What follows the name of a strategy in a sentence: who sets it, where the VM does not. */
export function whoDecides({ setBy }: EvictionDecision): string {
  return setBy === undefined ? '' : `, which ${setBy} sets for VMs without one,`;
}

/**
 * Whether a drain of its node shuts the VM down instead of moving it; undefined when that depends on a cluster
 * default that the manifests do not tell.
 */
export function isShutDownByDrain(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): boolean | undefined {
  switch (evictionDecision(vm, graph, cluster).strategy) {
    case undefined:
      return undefined;
    case 'None':
      return true;
    case 'LiveMigrateIfPossible':
      return migrationBlockers(vm, graph, cluster).length > 0;
    default:
      return false;
  }
}

const decisions = perGraph(() => new Map<ClusterProfile, EvictionDecision>());

function decisionOfCluster(graph: ManifestGraph, cluster: ClusterProfile): EvictionDecision {
  const known = decisions(graph);
  const decision = known.get(cluster) ?? clusterDecision(graph, cluster);
  known.set(cluster, decision);
  return decision;
}

/** The HyperConverged object decides before the KubeVirt object, which its operator writes. */
function clusterDecision(graph: ManifestGraph, cluster: ClusterProfile): EvictionDecision {
  const [hyperConverged] = graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged');
  const [kubevirt] = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt');
  const deciders = [
    // v1 of the API has it below virtualization.
    { strategy: hyperConverged?.spec?.evictionStrategy, setBy: 'the HyperConverged object' },
    { strategy: hyperConverged?.spec?.virtualization?.evictionStrategy, setBy: 'the HyperConverged object' },
    { strategy: kubevirt?.spec?.configuration?.evictionStrategy, setBy: 'the KubeVirt object' },
    { strategy: cluster.evictionStrategy, setBy: 'the cluster' },
  ];
  const decider = deciders.find(({ strategy }) => strategy !== undefined);
  if (decider !== undefined) {
    return { ...decider, isPresumed: false };
  }
  const workers = cluster.workers ?? knownWorkers(graph);
  return { strategy: cluster._evictionStrategyWith(workers), setBy: presumedDecider(cluster, workers), isPresumed: true };
}

/** The workers among the nodes of the cluster; undefined: nobody has told its nodes. */
function knownWorkers(graph: ManifestGraph): number | undefined {
  const nodes = graph.ofKind('', 'Node').filter(({ metadata }) => isObject(metadata?.labels) && WORKER_NODE_LABEL in metadata.labels);
  return nodes.length === 0 ? undefined : nodes.length;
}

function presumedDecider({ isOpenshift }: ClusterProfile, workers: number | undefined): string {
  return isOpenshift ? `OpenShift Virtualization with ${workers === 1 ? 'one worker' : `${workers} workers`}` : 'KubeVirt';
}
