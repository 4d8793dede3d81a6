import type { AdmissionContext } from '../../admission';
import { HOST_NAME_LABEL, MINUTES_TO_UNSCHEDULABLE, SILENT_NODE_TAINTS, ZONE_LABEL } from '../../facts';
import { type DrainAnswer, type HostUse, type Loss, type LossAnswer, Verdict } from './answers';
import { ClusterModel, type ModelPod } from './cluster-model';
import { bySize, leastAllocated, mostAllocated, placeAll } from './first-fit';
import { unpromised } from './fragmentation';
import { fullestHost, hostUses, largestGap, MEMORY } from './host-use';
import type { Host } from './hosts';
import { asksTooMuch, impossibility, impossibilityAnywhere } from './impossibility';
import { migrationTargets } from './migration-targets';
import { Placement } from './placement';
import { preempt } from './preemption';
import { shortageOf } from './shortage';

/** More sets of hosts than that are not gone through. */
const MOST_LOSSES = 10_000;

/** Steps that searches may take for one cluster, all together. */
const SEARCH_STEPS = 1_000_000;

/** Who is where after room was made. */
interface RoomMade {
  /** Those that found no place. */
  readonly remaining: readonly ModelPod[];
  /** Those that ran, and have no place any more. */
  readonly preempted: readonly ModelPod[];
  /** Those that ran elsewhere before. */
  readonly restarted: readonly ModelPod[];
}

/** A cluster in which hosts can be lost. */
export class FailureModel {
  public readonly model: ClusterModel;
  /** VMs that find no host even when nothing is lost. */
  public readonly homeless: readonly ModelPod[];

  private readonly placement: Placement;
  private readonly budget = { steps: SEARCH_STEPS };
  private readonly hasPriorities: boolean;

  /** @param added hosts that the cluster does not have yet */
  public constructor(context: AdmissionContext, added: readonly Host[] = []) {
    this.model = new ClusterModel(context, added);
    this.placement = new Placement(this.model);
    this.hasPriorities = new Set(this.model.pods.map(({ pod }) => pod.priority)).size > 1;
    this.homeless = this.settle();
  }

  /** What is taken on each host on which VMs can run. */
  public get hosts(): HostUse[] {
    return hostUses(this.placement);
  }

  /** Each set of so many hosts on which VMs can run; undefined: there are too many. */
  public lossesOf(count: number): Loss[] | undefined {
    const { hosts, usable } = this.model;
    const candidates = hosts.filter((_host, index) => usable[index] === 1).map(({ name }) => name);
    return combinations(candidates.length, count) > MOST_LOSSES ? undefined : subsets(candidates, count).map((names) => ({ hosts: names }));
  }

  /** A host such as most of those are on which VMs can run. */
  public get commonHost(): Host | undefined {
    const { hosts, usable } = this.model;
    const usableHosts = hosts.filter(({ isReady }, host) => usable[host] === 1 && isReady);
    const likeness = (host: Host) => JSON.stringify([host.allocatable, host.taints]);
    const number = (host: Host) => usableHosts.filter((other) => likeness(other) === likeness(host)).length;
    return [...usableHosts].sort((one, other) => number(other) - number(one))[0];
  }

  /** Copies of a host, in the zones with the fewest hosts. */
  public copiesOf(host: Host, count: number): Host[] {
    const sizes = new Map([...this.model.zones].map(([zone, members]) => [zone, members.length]));
    return Array.from({ length: count }, (_, index) => {
      const name = `${host.name} (copy ${index + 1})`;
      const [zone] = [...sizes.keys()].sort((one, other) => (sizes.get(one) as number) - (sizes.get(other) as number));
      if (zone === undefined) {
        return { ...host, name, labels: { ...host.labels, [HOST_NAME_LABEL]: name } };
      }
      sizes.set(zone, (sizes.get(zone) as number) + 1);
      return { ...host, name, zone, labels: { ...host.labels, [HOST_NAME_LABEL]: name, [ZONE_LABEL]: zone } };
    });
  }

  /** Each zone, where there are several. */
  public get zones(): Loss[] {
    const { zones, hosts } = this.model;
    return zones.size < 2 ? [] : [...zones].map(([zone, members]) => ({ zone, hosts: members.map((host) => hosts[host].name) }));
  }

  /** What happens when hosts are lost; an empty list: what holds now. */
  public lose(loss: Loss): LossAnswer {
    const { placement, model } = this;
    const mark = placement.mark;
    const lost = model.hosts.map(({ name, isReady }) => (loss.hosts.includes(name) || !isReady ? 1 : 0));
    placement.lost.set(lost);
    const displaced = this.displace();
    const answer = this.answer(loss, bySize(displaced));
    placement.undo(mark);
    placement.lost.fill(0);
    return answer;
  }

  /**
   * Whether each VM of a host finds another one while it still runs: what a migration needs, which starts a second pod. A VM that has
   * to be away from others counts where it is until it has moved.
   */
  public drain(name: string): DrainAnswer {
    const { placement, model } = this;
    const mark = placement.mark;
    const source = model.hosts.findIndex((host) => host.name === name);
    placement.lost.set(model.hosts.map(({ isReady }, host) => (isReady && host !== source ? 0 : 1)));
    const pods = bySize(model.pods.filter(({ index }) => placement.hostOf[index] === source));
    const left = pods.filter((pod) => {
      const targets = migrationTargets(pod, source, model);
      return placeAll([targets === undefined ? pod : { ...pod, eligible: targets }], placement).length > 0;
    });
    const answer = { host: name, moving: pods.length, left: left.map((pod) => shortageOf(pod, placement)) };
    placement.undo(mark);
    placement.lost.fill(0);
    return answer;
  }

  /** Where the VMs run now: where somebody has said it, and elsewhere as the scheduler spreads them. */
  private settle(): readonly ModelPod[] {
    const { placement, model } = this;
    placement.lost.set(model.hosts.map(({ isReady }) => (isReady ? 0 : 1)));
    const known = model.pods.filter(({ home }) => home >= 0);
    for (const pod of known) {
      placement.place(pod, pod.home);
    }
    const left = placeAll(bySize(model.pods.filter(({ home }) => home < 0)), placement, leastAllocated);
    placement.lost.fill(0);
    placement.settle();
    return left;
  }

  /** Takes the pods off the lost hosts; gives back those that are started elsewhere. */
  private displace(): ModelPod[] {
    const { placement, model, homeless } = this;
    const gone = model.pods.filter(({ index }) => placement.hostOf[index] >= 0 && placement.lost[placement.hostOf[index]] === 1);
    for (const pod of gone) {
      placement.remove(pod);
    }
    return [...gone.filter(({ pod }) => pod.restarts), ...homeless];
  }

  private answer(loss: Loss, displaced: readonly ModelPod[]): LossAnswer {
    const { placement } = this;
    const start = placement.mark;
    if (!asksTooMuch(displaced, placement)) {
      const tight = unpromised(displaced, placement);
      if (this.fit(displaced).length === 0) {
        return this.found(loss, displaced, tight);
      }
      placement.undo(start);
    }
    const proof = impossibility(displaced, placement, this.budget);
    const short = this.shortOf(displaced);
    const waits = proof === undefined && this.fitsWithoutLost(displaced);
    const isCertain = proof !== undefined && this.isCertain(displaced);
    const { remaining, preempted, restarted } = this.makeRoom(displaced);
    return {
      ...this.describe(loss, displaced),
      verdict: proof === undefined ? Verdict.UNDECIDED : Verdict.DOES_NOT_FIT,
      isCertain,
      left: remaining.map((pod) => shortageOf(pod, placement)),
      preempted: preempted.map((pod) => shortageOf(pod, placement)),
      restarted: restarted.map(({ pod }) => pod.name),
      shortOf: short,
      reasons: proof === undefined ? [waits ? WAITS_FOR_LOST : NOT_FOUND] : [],
    };
  }

  /** All of them have a place: the verdict is whether the scheduler is sure to find one. */
  private found(loss: Loss, displaced: readonly ModelPod[], tight: readonly ModelPod[]): LossAnswer {
    const { placement } = this;
    const { unknown } = this.model;
    const straying = displaced.filter(
      (pod) => pod.toleratesLoss && pod.eligible.some((isIn, host) => isIn === 1 && placement.lost[host] === 1),
    );
    const reasons = [
      ...(tight.length > 0 ? [tightness(tight)] : []),
      ...(straying.length > 0 ? [astray(straying)] : []),
      ...unknown.map(({ name, reason }) => `what ${name} asks for is not known, because ${reason}`),
    ];
    return {
      ...this.describe(loss, displaced),
      verdict: reasons.length === 0 ? Verdict.FITS : Verdict.UNDECIDED,
      isCertain: reasons.length === 0 && this.model.assumptions.length === 0,
      left: [],
      preempted: [],
      restarted: [],
      reasons,
    };
  }

  private describe(loss: Loss, displaced: readonly ModelPod[]) {
    const { placement, model } = this;
    const placed = displaced.flatMap(({ index, pod }) => {
      const host = placement.hostOf[index];
      return host < 0 ? [] : [{ vm: pod.name, host: model.hosts[host].name }];
    });
    return { loss, displaced: displaced.length, placed, fullest: fullestHost(placement), largestGap: largestGap(placement) };
  }

  /** Places pods in several ways; gives back those that found no place in the way that left fewest. */
  private fit(pods: readonly ModelPod[]): readonly ModelPod[] {
    const { placement } = this;
    const regardless = [...pods].sort((one, other) => other.requests[MEMORY] - one.requests[MEMORY] || one.index - other.index);
    const ways = [
      () => placeAll(pods, placement),
      () => placeAll(pods, placement, mostAllocated),
      () => placeAll(regardless, placement, mostAllocated),
      () => placeAll(pods, placement, leastAllocated),
    ];
    const mark = placement.mark;
    let left: readonly ModelPod[] = pods;
    for (const place of ways) {
      placement.undo(mark);
      left = place();
      if (left.length === 0) {
        return left;
      }
    }
    return left;
  }

  /** Whether they fit once the lost hosts no longer count for spreads. */
  private fitsWithoutLost(displaced: readonly ModelPod[]): boolean {
    const { placement } = this;
    const mark = placement.mark;
    const fits = placeAll(displaced, placement, undefined, { countsLost: false }).length === 0;
    placement.undo(mark);
    return fits;
  }

  /** Places pods as the scheduler does, by priority; VMs of lower priority make room, and look for a place themselves then. */
  private makeRoom(displaced: readonly ModelPod[]): RoomMade {
    const { placement } = this;
    if (!this.hasPriorities) {
      return { remaining: placeAll(displaced, placement), preempted: [], restarted: [] };
    }
    const left: ModelPod[] = [];
    const removed = new Set<ModelPod>();
    for (const pod of displaced) {
      if (placeAll([pod], placement).length > 0) {
        const victims = preempt(pod, placement);
        victims === undefined ? left.push(pod) : victims.forEach((victim) => void removed.add(victim));
      }
    }
    const again = placeAll(bySize([...left, ...removed]), placement);
    const wasRunning = [...removed].filter((pod) => !displaced.includes(pod));
    return {
      remaining: again.filter((pod) => !wasRunning.includes(pod)),
      preempted: wasRunning.filter((pod) => again.includes(pod)),
      restarted: wasRunning.filter((pod) => !again.includes(pod)),
    };
  }

  /** Whether the proof stands wherever the VMs run now of which nobody has said it. */
  private isCertain(displaced: readonly ModelPod[]): boolean {
    const { placement, model } = this;
    const assumed = model.pods.filter(
      ({ index, home }) => home < 0 && placement.hostOf[index] >= 0 && !displaced.includes(model.pods[index]),
    );
    if (assumed.length === 0 && displaced.every(({ home, index }) => home >= 0 || this.homeless.includes(model.pods[index]))) {
      return true;
    }
    return impossibilityAnywhere(displaced, placement) !== undefined;
  }

  private shortOf(displaced: readonly ModelPod[]): LossAnswer['shortOf'] {
    const { model, placement } = this;
    const { resources, hosts, usable } = model;
    const missing = resources.map((resource, position) => {
      const asked = displaced.reduce((sum, { requests }) => sum + requests[position], 0);
      const free = hosts.map((_host, host) =>
        placement.lost[host] === 0 && usable[host] === 1 ? Math.max(0, placement.free[host * resources.length + position]) : 0,
      );
      return { resource, asked, amount: asked - free.reduce((sum, amount) => sum + amount, 0) };
    });
    const [worst] = missing.filter(({ amount }) => amount > 0).sort((one, other) => other.amount / other.asked - one.amount / one.asked);
    return worst && { resource: worst.resource, amount: worst.amount };
  }
}

const NOT_FOUND = 'no placement was found, and none was proved to be impossible';
const WAITS_FOR_LOST =
  `spreads count the lost hosts as places with no VM, until virt-controller marks them (${MINUTES_TO_UNSCHEDULABLE} minutes after the last ` +
  'sign of life) or ' +
  'their Node objects go; nodeTaintsPolicy: Honor leaves them out at once';

function tightness(tight: readonly ModelPod[]): string {
  return `a placement exists, but the scheduler may put the others so that no host has room for ${listed(tight)}`;
}

function astray(straying: readonly ModelPod[]): string {
  const [{ key, effect }] = SILENT_NODE_TAINTS;
  return `the scheduler may put ${listed(straying)} on a lost host: their tolerations take ${key}:${effect}, where effect: NoExecute would do`;
}

function listed(pods: readonly ModelPod[]): string {
  const names = pods.slice(0, MOST_NAMES).map(({ pod }) => pod.name);
  return `${names.join(', ')}${pods.length > names.length ? ` and ${pods.length - names.length} more` : ''}`;
}

const MOST_NAMES = 3;

function combinations(from: number, count: number): number {
  let number = 1;
  for (let index = 0; index < count; index++) {
    number = (number * (from - index)) / (index + 1);
  }
  return number;
}

function subsets(names: readonly string[], count: number): string[][] {
  if (count === 0) {
    return [[]];
  }
  return names.flatMap((name, index) => subsets(names.slice(index + 1), count - 1).map((rest) => [name, ...rest]));
}
