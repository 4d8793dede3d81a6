import type { ModelPod } from './cluster-model';
import type { Placement } from './placement';

/** Pods that would be removed from a host to make room. */
interface Victims {
  readonly host: number;
  readonly pods: readonly ModelPod[];
}

/**
 * Makes room for a pod as the scheduler does: pods of lower priority are removed from one host, as few and as unimportant as can
 * be, and the pod is placed there. They are shut down, not migrated.
 *
 * @returns the pods that were removed; undefined: there is no such host
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export function preempt(pod: ModelPod, placement: Placement): readonly ModelPod[] | undefined {
  if (!pod.pod.preempts) {
    return undefined;
  }
  const candidates = [...pod.eligible.keys()].flatMap((host) => victimsOn(host, pod, placement) ?? []);
  const [best] = candidates.sort(byImportance);
  if (best === undefined) {
    return undefined;
  }
  for (const victim of best.pods) {
    placement.remove(victim);
  }
  placement.place(pod, best.host);
  return best.pods;
}

function victimsOn(host: number, pod: ModelPod, placement: Placement): Victims | undefined {
  const { hostOf, lost, model } = placement;
  if (pod.eligible[host] === 0 || lost[host] === 1) {
    return undefined;
  }
  const lower = model.pods
    .filter((other) => hostOf[other.index] === host && other.pod.priority < pod.pod.priority)
    .sort((one, other) => other.pod.priority - one.pod.priority);
  if (lower.length === 0) {
    return undefined;
  }
  const mark = placement.mark;
  for (const other of lower) {
    placement.remove(other);
  }
  const takes = () => placement.hasRoom(pod, host) && placement.allowed(pod)[host] === 1;
  const victims: ModelPod[] = [];
  const isPossible = takes();
  for (const other of isPossible ? lower : []) {
    const before = placement.mark;
    placement.place(other, host);
    if (!takes()) {
      placement.undo(before);
      victims.push(other);
    }
  }
  placement.undo(mark);
  return isPossible ? { host, pods: victims } : undefined;
}

function byImportance({ pods: one }: Victims, { pods: other }: Victims): number {
  const highest = (pods: readonly ModelPod[]) => Math.max(...pods.map(({ pod }) => pod.priority));
  const sum = (pods: readonly ModelPod[]) => pods.reduce((total, { pod }) => total + pod.priority, 0);
  return highest(one) - highest(other) || sum(one) - sum(other) || one.length - other.length;
}
