import type { ClusterProfile } from '../cluster';
import { FailureClass, goDuration, HEALTH_CHECK_PATIENCE } from '../facts';
import type { Manifest, ManifestGraph, VirtualMachineView } from '../graph';
import { type Objective, objectivesOf } from './objectives';
import { recoveriesWith } from './remedy';

/** The failures after which a node is remediated. */
const REMEDIATED: readonly FailureClass[] = [
  FailureClass.NODE_LOSS,
  FailureClass.NETWORK_PARTITION,
  FailureClass.KUBELET,
  FailureClass.ZONE_LOSS,
];

const STEP = 10;

/** An objective of a VM. */
interface Promised {
  readonly vm: VirtualMachineView;
  readonly objective: Objective;
}

/**
 * The longest patience of a health check with which each outage is within its objective, in seconds. It is the usual one where that is
 * enough. Objectives that no patience keeps do not count: what nodes lose in it would be lost for nothing.
 *
 * @param check the manifest of the health check, with the usual patience
 * @param paths where its patience stands
 */
export function patienceWithin(check: Manifest, paths: readonly string[], graph: ManifestGraph, cluster: ClusterProfile): number {
  const { usual, shortest } = HEALTH_CHECK_PATIENCE;
  const outage = ({ vm, objective: { failure } }: Promised, patience: number) => {
    const changes = patience === usual ? [] : paths.map((path) => ({ manifest: check, path, value: goDuration(patience) }));
    return recoveriesWith(vm, changes, [failure], graph, cluster)[0].outage.worst ?? Infinity;
  };
  const isKept = (promised: Promised, patience: number) => outage(promised, patience) <= promised.objective.seconds;
  const promises = promisesOf(graph, cluster);
  const [kept, missed] = [true, false].map((wanted) => promises.filter((promised) => isKept(promised, usual) === wanted));
  const longest = (promised: Promised) => {
    const needed = usual - (outage(promised, usual) - promised.objective.seconds);
    let patience = Math.max(shortest, Math.floor(needed / STEP) * STEP);
    while (patience > shortest && !isKept(promised, patience)) {
      patience -= STEP;
    }
    return patience;
  };
  const strictest = Math.min(usual, ...missed.filter((promised) => isKept(promised, shortest)).map(longest));
  // A node that is remediated sooner may take its VMs down sooner.
  return kept.every((promised) => isKept(promised, strictest)) ? strictest : usual;
}

function promisesOf(graph: ManifestGraph, cluster: ClusterProfile): Promised[] {
  return graph.virtualMachines.flatMap((vm) =>
    objectivesOf(vm, graph, cluster)
      .filter(({ failure }) => REMEDIATED.includes(failure))
      .map((objective) => ({ vm, objective })),
  );
}
