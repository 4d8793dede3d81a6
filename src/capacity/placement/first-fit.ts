import type { ModelPod } from './cluster-model';
import type { Consideration, Placement } from './placement';

/** Chooses one of the hosts that have room; undefined: the first. */
type Preference = (host: number, pod: ModelPod, placement: Placement) => number;

/** Pods in the order in which the scheduler takes them, of those of one priority the largest first. */
export function bySize(pods: readonly ModelPod[]): ModelPod[] {
  return [...pods].sort((one, other) => other.pod.priority - one.pod.priority || other.share - one.share || one.index - other.index);
}

/** Places pods one after the other, each on the host that is preferred of those with room; gives back those that find none. */
export function placeAll(
  pods: readonly ModelPod[],
  placement: Placement,
  preference?: Preference,
  consideration?: Consideration,
): readonly ModelPod[] {
  const left: ModelPod[] = [];
  for (const pod of pods) {
    const host = hostFor(pod, placement, preference, consideration);
    if (host < 0) {
      left.push(pod);
    } else {
      placement.place(pod, host);
    }
  }
  // What has to be near to another pod may have come before it.
  return left.length > 0 && left.length < pods.length && left.some(({ affinity, spreads }) => affinity.length + spreads.length > 0)
    ? placeAll(left, placement, preference, consideration)
    : left;
}

function hostFor(pod: ModelPod, placement: Placement, preference?: Preference, consideration?: Consideration): number {
  const allowed = placement.allowed(pod, consideration);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let host = 0; host < allowed.length; host++) {
    if (allowed[host] === 1 && placement.hasRoom(pod, host)) {
      if (preference === undefined) {
        return host;
      }
      const score = preference(host, pod, placement);
      if (score > most) {
        best = host;
        most = score;
      }
    }
  }
  return best;
}

/**
 * The hosts that the scheduler prefers: those with most CPU and memory left.
 *
 * @see https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins
 */
export const leastAllocated: Preference = (host, pod, placement) => remaining(host, pod, placement);

/** The hosts with least left: what is large finds room elsewhere. */
export const mostAllocated: Preference = (host, pod, placement) => -remaining(host, pod, placement);

function remaining(host: number, { requests }: ModelPod, { model, free }: Placement): number {
  const { resources, hosts } = model;
  let sum = 0;
  for (const name of ['cpu', 'memory']) {
    const resource = resources.indexOf(name);
    const all = hosts[host].allocatable[name] ?? 0;
    sum += all === 0 ? 0 : (free[host * resources.length + resource] - requests[resource]) / all;
  }
  return sum;
}
