import type { ModelPod, Term } from './cluster-model';
import type { Placement } from './placement';

/**
 * The pods for which the scheduler may find no host although a placement exists, given that all of them have to be placed: in the worst
 * case, whatever the order and the hosts that it chooses, the others leave too little on each host.
 *
 * A placement that exists is not one that is found: kube-scheduler spreads pods, and does not move what runs.
 *
 * @param pods those to be placed, none of which is
 */
export function unpromised(pods: readonly ModelPod[], placement: Placement): ModelPod[] {
  const total = new Float64Array(placement.model.resources.length);
  for (const { requests } of pods) {
    for (let resource = 0; resource < total.length; resource++) {
      total[resource] += requests[resource];
    }
  }
  const answers = new Map<number, boolean>();
  return pods.filter((pod) => {
    if (dependsOnOthers(pod)) {
      return !isPromised(pod, pods, total, placement);
    }
    const known = answers.get(pod.shape) ?? isPromised(pod, pods, total, placement);
    answers.set(pod.shape, known);
    return !known;
  });
}

function dependsOnOthers({ affinity, antiAffinity, keptAwayBy, spreads, reach }: ModelPod): boolean {
  return affinity.length + antiAffinity.length + keptAwayBy.length + spreads.length > 0 || reach !== undefined;
}

function isPromised(pod: ModelPod, pods: readonly ModelPod[], total: Float64Array, placement: Placement): boolean {
  const { affinity, spreads } = pod;
  if (spreads.length > 1 || affinity.some((term) => !placement.hasTarget(term))) {
    return false;
  }
  const allowed = placement.allowed(pod, { withoutSpreads: true });
  const hosts: number[] = [];
  for (let host = 0; host < allowed.length; host++) {
    if (allowed[host] === 1 && placement.hasRoom(pod, host)) {
      hosts.push(host);
    }
  }
  const [spread] = spreads;
  if (spread === undefined) {
    return leavesOne(pod, hosts, pods, total, placement);
  }
  // The domain with the fewest pods takes another one in any case, and each may come to be that one.
  const { counts, number } = placement.spreadCounts(spread, true);
  const coming = pods.filter(({ index }) => spread.members[index] === 1).length;
  if (Math.max(...counts) + coming <= spread.maxSkew) {
    return leavesOne(pod, hosts, pods, total, placement);
  }
  const inDomains = [...counts.keys()].filter((domain) => counts[domain] >= 0);
  return (
    number >= spread.minDomains &&
    inDomains.every((domain) => {
      const inDomain = hosts.filter((host) => spread.domains[host] === domain);
      return leavesOne(pod, inDomain, pods, total, placement);
    })
  );
}

/** Whether the others cannot take all of the hosts: each of them takes one at most, or some by what it keeps away. */
function leavesOne(pod: ModelPod, hosts: readonly number[], pods: readonly ModelPod[], total: Float64Array, { free }: Placement): boolean {
  const { requests } = pod;
  const conflicts = hostsTakenByConflicts(pod, hosts, pods);
  let filled = 0;
  for (let resource = 0; resource < requests.length && filled < pods.length; resource++) {
    if (requests[resource] > 0) {
      const others = total[resource] - requests[resource];
      const costs = hosts.map((host) => free[host * requests.length + resource] - requests[resource] + 1);
      filled += affordable(costs, others);
    }
  }
  return conflicts + Math.min(filled, pods.length - 1) < hosts.length;
}

/** How many of the cheapest can be had. */
function affordable(costs: number[], budget: number): number {
  if (costs.every((cost) => cost > budget)) {
    return 0;
  }
  let left = budget;
  let number = 0;
  for (const cost of Float64Array.from(costs).sort()) {
    left -= cost;
    if (left < 0) {
      return number;
    }
    number++;
  }
  return number;
}

/** How many hosts pods take that keep this one away from them, in the worst case: the largest domain each. */
function hostsTakenByConflicts(pod: ModelPod, hosts: readonly number[], pods: readonly ModelPod[]): number {
  let taken = 0;
  for (const other of pods) {
    const terms = other === pod ? [] : conflicts(pod, other);
    taken += terms.length === 0 ? 0 : Math.max(...terms.map((term) => largestDomain(term, hosts)));
  }
  return taken;
}

function conflicts(pod: ModelPod, other: ModelPod): Term[] {
  return [
    ...pod.antiAffinity.filter(({ members }) => members[other.index] === 1),
    ...pod.keptAwayBy.filter((term) => other.antiAffinity.includes(term)),
  ];
}

function largestDomain({ domains, domainCount }: Term, hosts: readonly number[]): number {
  const sizes = new Int32Array(domainCount);
  for (const host of hosts) {
    if (domains[host] >= 0) {
      sizes[domains[host]]++;
    }
  }
  return Math.max(0, ...sizes);
}
