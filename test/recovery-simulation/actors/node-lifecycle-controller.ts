import { type NodeObject, Signal, type World } from '../world';

export const UNREACHABLE = 'node.kubernetes.io/unreachable';

const MONITOR_PERIOD = 5;
const SHORTEST_PASS = 0.002;
const LONGEST_PASS = 0.02;
const FIRST_PASS_OF_NEW_LEADER = { earliest: 0.3, latest: 0.7 };
const TAINTING = { fastest: 0.03, slowest: 0.85 };
const ENDPOINTS = { fastest: 0.01, slowest: 1.05 };
const WORKERS = 8;

/** Nodes of a zone that are lost, from which on it counts as disrupted, and the size from which on it is a large one. */
const UNHEALTHY_SHARE = 0.55;
const UNHEALTHY_NODES = 2;
const LARGE_ZONE = 50;
const EVICTIONS = { normal: 0.1, reduced: 0.01 };

/** From Kubernetes 1.34 on the pass that finds a node unknown has it tainted too; before, the next one does. */
const FIRST_RELEASE_THAT_TAINTS_AT_ONCE = 34;
const FIRST_RELEASE_WITH_LONGER_GRACE = 32;

/** Calls a second to the API server, and how many may come at once: upstream, and on OpenShift. */
export function callBudget({ design }: World): { readonly perSecond: number; readonly burst: number } {
  return design.cluster.product === 'openshift' ? { perSecond: 150, burst: 300 } : { perSecond: 20, burst: 30 };
}

/** The calls that one of the controllers makes: those that it has asked for before come first. */
export class Calls {
  private left: number;
  private since = 0;

  constructor(private readonly world: World) {
    this.left = callBudget(world).burst;
  }

  /**
   * Asks for a number of calls.
   *
   * @returns seconds until the one with a number among them is through
   */
  ask(calls: number, which: number): number {
    const { perSecond, burst } = callBudget(this.world);
    const { now } = this.world.clock;
    const left = Math.min(burst, this.left + (now - this.since) * perSecond);
    this.left = left - calls;
    this.since = now;
    return Math.max(0, (which - left) / perSecond);
  }
}

/** Seconds until a number of calls made at once are through. */
export function callsTake(world: World, calls: number): number {
  const { perSecond, burst } = callBudget(world);
  return Math.max(0, (calls - burst) / perSecond);
}

function gracePeriod({ design }: World): number {
  const { latencyProfile, kubernetes, flags } = design.cluster;
  if (flags?.gracePeriod !== undefined) {
    return flags.gracePeriod;
  }
  switch (latencyProfile) {
    case 'MediumUpdateAverageReaction':
      return 120;
    case 'LowUpdateSlowReaction':
      return 300;
    case 'Default':
      return 40;
    default:
      return kubernetes >= FIRST_RELEASE_WITH_LONGER_GRACE ? 50 : 40;
  }
}

type ZoneState = 'normal' | 'partial' | 'full';

interface Zone {
  readonly nodes: readonly NodeObject[];
  readonly queue: NodeObject[];
  state: ZoneState;
  /** When the next node may be tainted. */
  nextToken: number;
}

/** Watches the leases: says which nodes are unknown, takes their pods out of Services, and taints them as fast as each zone allows. */
export class NodeLifecycleController {
  /** The pod of a lost node is out of its Services. */
  readonly podsMarked = new Signal<NodeObject>();
  private readonly seen = new Map<NodeObject, { renewal: number; at: number }>();
  private readonly zones: Zone[];
  private readonly grace: number;
  private readonly period: number;

  /**
   * @param watched the nodes that may fail; of the others it knows that they are well
   * @param leads when another controller manager takes over; undefined: this one goes on
   */
  constructor(
    private readonly world: World,
    private readonly watched: readonly NodeObject[],
    leads: number | undefined,
  ) {
    const { clock, chance } = world;
    this.grace = gracePeriod(world);
    this.period = world.design.cluster.flags?.monitorPeriod ?? MONITOR_PERIOD;
    this.zones = [...new Set(world.nodes.map(({ zone }) => zone))].map((zone) => ({
      nodes: world.nodes.filter((node) => node.zone === zone),
      queue: [],
      state: 'normal',
      nextToken: Number.NEGATIVE_INFINITY,
    }));
    const { earliest, latest } = FIRST_PASS_OF_NEW_LEADER;
    const first =
      leads === undefined
        ? chance.between('phase of monitor passes', 0, this.period)
        : leads - clock.now + chance.between('first pass of the new leader', earliest, latest);
    clock.after(first, () => this.pass(), true);
  }

  private pass(): void {
    const { clock, chance } = this.world;
    const lost = this.watched.filter((node) => node.exists && this.looksAt(node));
    const marking = this.markPods(lost);
    const released = this.world.design.cluster.kubernetes >= FIRST_RELEASE_THAT_TAINTS_AT_ONCE ? 0 : this.period;
    for (const node of lost) {
      clock.after(released, () => this.queue(node));
    }
    const takes = chance.between('length of a monitor pass', SHORTEST_PASS, LONGEST_PASS) + marking;
    const judge = () => {
      if (lost.length > 0) {
        this.judgeZones();
      }
      clock.after(this.period, () => this.pass(), true);
    };
    clock.after(takes, judge, true);
  }

  /** Whether the node has just been found unknown. */
  private looksAt(node: NodeObject): boolean {
    const { now } = this.world.clock;
    const seen = this.seen.get(node);
    if (seen === undefined || seen.renewal < node.lastRenewal) {
      this.seen.set(node, { renewal: node.lastRenewal, at: now });
      return false;
    }
    if (node.ready === 'Unknown' || now - seen.at <= this.grace) {
      return false;
    }
    this.world.tell('kube-controller-manager', `${node.name} is unknown`);
    this.world.setReady(node, 'Unknown');
    return true;
  }

  /** Seconds that it takes to mark the pods of lost nodes. */
  private markPods(lost: readonly NodeObject[]): number {
    if (lost.length === 0) {
      return 0;
    }
    const pods = lost.length * this.world.podsOnNode;
    const calls = 1 + 1 / Math.min(WORKERS, lost.length);
    for (const node of lost) {
      this.nodeLost(node, callsTake(this.world, this.world.chance.between('place of the pod', 1, pods) * calls));
    }
    return callsTake(this.world, pods * calls);
  }

  private nodeLost(node: NodeObject, after: number): void {
    const { clock, chance } = this.world;
    clock.after(after + chance.between('pod to endpoints', ENDPOINTS.fastest, ENDPOINTS.slowest), () => this.podsMarked.emit(node));
  }

  private queue(node: NodeObject): void {
    const zone = this.zones.find(({ nodes }) => nodes.includes(node));
    zone?.queue.push(node);
    if (zone !== undefined && zone.queue.length === 1) {
      this.serveQueue(zone);
    }
  }

  private serveQueue(zone: Zone): void {
    const { clock, chance } = this.world;
    const [node] = zone.queue;
    const rate = evictionRate(zone);
    if (node === undefined || rate === 0) {
      return;
    }
    if (clock.now < zone.nextToken) {
      const { nextToken } = zone;
      clock.at(nextToken, () => zone.nextToken === nextToken && this.serveQueue(zone));
      return;
    }
    zone.nextToken = clock.now + 1 / rate;
    zone.queue.shift();
    clock.after(chance.between('tainting', TAINTING.fastest, TAINTING.slowest), () => {
      this.world.tell('kube-controller-manager', `taints ${node.name}`);
      this.world.taint(node, UNREACHABLE);
    });
    this.serveQueue(zone);
  }

  private judgeZones(): void {
    const states = this.zones.map((zone) => zoneState(zone.nodes));
    const allDown = states.every((state) => state === 'full');
    this.zones.forEach((zone, index) => {
      if (allDown) {
        zone.queue.length = 0;
        for (const node of zone.nodes) {
          node.taints.delete(UNREACHABLE);
        }
      } else if (zone.state !== states[index]) {
        zone.state = states[index];
        // A limiter that was waiting is replaced by one that has to wait as well.
        if (this.world.clock.now < zone.nextToken) {
          zone.nextToken = this.world.clock.now + 1 / evictionRate(zone);
        }
        this.serveQueue(zone);
      }
    });
  }
}

function zoneState(nodes: readonly NodeObject[]): ZoneState {
  const lost = nodes.filter(({ ready }) => ready !== 'True').length;
  if (lost === nodes.length) {
    return 'full';
  }
  return lost > UNHEALTHY_NODES && lost / nodes.length >= UNHEALTHY_SHARE ? 'partial' : 'normal';
}

function evictionRate({ state, nodes }: Zone): number {
  if (state === 'partial') {
    return nodes.length > LARGE_ZONE ? EVICTIONS.reduced : 0;
  }
  return EVICTIONS.normal;
}
