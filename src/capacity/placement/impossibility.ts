import type { Mask, ModelPod } from './cluster-model';
import type { Placement } from './placement';

/** Pods of which it is certain that they cannot all be placed, and what proves it. */
export interface Impossibility {
  readonly pods: readonly ModelPod[];
}

/** How many steps a search may take, and how many pods it may be about. */
const MOST_STEPS = 20_000;
const MOST_PODS = 12;

/** Whether pods ask for more than is free: the proof that is found first. */
export function asksTooMuch(pods: readonly ModelPod[], placement: Placement): boolean {
  return together(certainOnes(pods), mostRoom(placement)) !== undefined;
}

/**
 * A proof that pods cannot all be placed beside those that are; undefined: there is none, which does not mean that they can.
 *
 * @param pods those to be placed, none of which is
 * @param budget steps that searches may take, all together
 */
export function impossibility(pods: readonly ModelPod[], placement: Placement, budget: { steps: number }): Impossibility | undefined {
  const certain = certainOnes(pods);
  return alone(certain, pods, placement) ?? together(certain, mostRoom(placement)) ?? searched(certain, pods, placement, budget);
}

/** The pods of which it is known what they demand. */
function certainOnes(pods: readonly ModelPod[]): ModelPod[] {
  return pods.filter(({ pod, reach }) => pod.vm !== undefined && reach === undefined);
}

/** A pod that no host takes, even if it were the only one. */
function alone(certain: readonly ModelPod[], pods: readonly ModelPod[], placement: Placement): Impossibility | undefined {
  const known = new Map<number, boolean>();
  for (const pod of certain) {
    const isPlain = pod.affinity.length + pod.antiAffinity.length + pod.keptAwayBy.length + pod.spreads.length === 0;
    const hasHost = (isPlain ? known.get(pod.shape) : undefined) ?? hostsAlone(pod, pods, placement);
    if (isPlain) {
      known.set(pod.shape, hasHost);
    }
    if (!hasHost) {
      return { pods: [pod] };
    }
  }
  return undefined;
}

function hostsAlone(pod: ModelPod, pods: readonly ModelPod[], placement: Placement): boolean {
  const others = pods.filter((other) => other !== pod);
  const mayHelp = [...pod.affinity, ...pod.spreads].some(({ members }) => others.some(({ index }) => members[index] === 1));
  const asked = mayHelp ? { ...pod, affinity: [], spreads: [] } : pod;
  const allowed = placement.allowed(asked, { countsLost: false });
  return allowed.some((isAllowed, host) => isAllowed === 1 && room(placement, pod, host));
}

/** Whether a host has room, if nothing were taken that is only assumed to be. */
function room({ free, model }: Placement, { requests }: ModelPod, host: number): boolean {
  const offset = host * requests.length;
  for (let resource = 0; resource < requests.length; resource++) {
    if (requests[resource] > 0 && requests[resource] > free[offset + resource] + model.reserve[offset + resource]) {
      return false;
    }
  }
  return true;
}

/** Hosts with what is free on them, host by host in the order of the resources. */
interface Room {
  readonly free: Float64Array;
  readonly lost: Mask;
}

/** What is free at most: what is only assumed to be taken is. */
function mostRoom({ free, model, lost }: Placement): Room {
  return { free: free.map((amount, index) => amount + model.reserve[index]), lost };
}

/**
 * A proof that pods cannot all be placed, wherever those of them run now of which nobody has said it.
 *
 * @param displaced pods that have no host any more
 */
export function impossibilityAnywhere(displaced: readonly ModelPod[], { model, lost }: Placement): Impossibility | undefined {
  const moving = new Set(displaced);
  const free = model.free.slice();
  const pods: ModelPod[] = [];
  for (const pod of model.pods) {
    if (moving.has(pod) || pod.home < 0) {
      pod.pod.restarts && pods.push(pod);
    } else {
      pod.requests.forEach((amount, resource) => {
        free[pod.home * pod.requests.length + resource] -= amount;
      });
    }
  }
  return together(certainOnes(pods), { free, lost });
}

/** More than there is, as a sum or by number, on the hosts that some of them may run on. */
function together(certain: readonly ModelPod[], room: Room): Impossibility | undefined {
  for (const eligible of eligibilities(certain)) {
    const bound = certain.filter((pod) => isSubset(pod.eligible, eligible));
    const hosts = [...eligible.keys()].filter((host) => eligible[host] === 1 && room.lost[host] === 0);
    for (let resource = 0; resource < certain[0].requests.length; resource++) {
      if (exceeds(bound, hosts, resource, room)) {
        return { pods: bound };
      }
    }
  }
  return undefined;
}

function eligibilities(pods: readonly ModelPod[]): Mask[] {
  return [...new Map(pods.map(({ eligibility, eligible }) => [eligibility, eligible])).values()];
}

function isSubset(one: Mask, other: Mask): boolean {
  return one === other || one.every((isIn, host) => isIn <= other[host]);
}

/** Whether pods ask for more of a resource than hosts have, or more of them for some amount than hosts have pieces of that size. */
function exceeds(pods: readonly ModelPod[], hosts: readonly number[], resource: number, { free }: Room): boolean {
  const width = pods[0]?.requests.length ?? 0;
  let [asked, largest, available] = [0, 0, 0];
  for (let index = 0; index < pods.length; index++) {
    const amount = pods[index].requests[resource];
    asked += amount;
    largest = amount > largest ? amount : largest;
  }
  for (let index = 0; index < hosts.length; index++) {
    available += Math.max(0, free[hosts[index] * width + resource]);
  }
  // With so much left, some host has room for the largest, whatever the others took.
  const isAmple = available - asked >= hosts.length * largest;
  return asked > available || (!isAmple && arePiecesTooFew(pods, hosts, resource, free));
}

function arePiecesTooFew(pods: readonly ModelPod[], hosts: readonly number[], resource: number, free: Float64Array): boolean {
  const amounts = Float64Array.from(pods, ({ requests }) => requests[resource])
    .filter((amount) => amount > 0)
    .sort();
  return amounts.some((size, index) => {
    if (amounts[index - 1] === size) {
      return false;
    }
    let pieces = 0;
    for (const host of hosts) {
      pieces += Math.max(0, Math.floor(free[host * pods[0].requests.length + resource] / size));
    }
    return amounts.length - index > pieces;
  });
}

/** All placements of a few pods, one after the other. */
function searched(
  certain: readonly ModelPod[],
  pods: readonly ModelPod[],
  placement: Placement,
  budget: { steps: number },
): Impossibility | undefined {
  if (certain.length > MOST_PODS || certain.length !== pods.length || budget.steps <= 0) {
    return undefined;
  }
  const isOrdered = certain.some(({ affinity, spreads }) => affinity.length + spreads.length > 0);
  const search = new Search(placement, isOrdered, Math.min(MOST_STEPS, budget.steps));
  const mark = placement.mark;
  const isPossible = search.canPlace([...certain]);
  placement.undo(mark);
  budget.steps -= search.steps;
  return isPossible || search.isExhausted ? undefined : { pods: certain };
}

/** Goes through hosts, and through orders where they matter. */
class Search {
  public steps = 0;

  public constructor(
    private readonly placement: Placement,
    private readonly isOrdered: boolean,
    private readonly most: number,
  ) {}

  /** Whether it was given up. */
  public get isExhausted(): boolean {
    return this.steps > this.most;
  }

  public canPlace(left: readonly ModelPod[]): boolean {
    if (left.length === 0) {
      return true;
    }
    const next = this.isOrdered ? left : left.slice(0, 1);
    return next.some((pod) => this.canPlaceFirst(pod, left));
  }

  private canPlaceFirst(pod: ModelPod, left: readonly ModelPod[]): boolean {
    const { placement } = this;
    const allowed = placement.allowed(pod, { countsLost: false }).slice();
    const rest = left.filter((other) => other !== pod);
    for (let host = 0; host < allowed.length; host++) {
      if (allowed[host] === 1 && room(placement, pod, host)) {
        this.steps++;
        if (this.isExhausted) {
          return false;
        }
        const mark = placement.mark;
        placement.place(pod, host);
        const isPlaced = this.canPlace(rest);
        placement.undo(mark);
        if (isPlaced) {
          return true;
        }
      }
    }
    return false;
  }
}
