import type { Chance } from './chance';
import { Clock } from './clock';
import type { Design } from './design';

export type Ready = 'True' | 'False' | 'Unknown';

/** A worker: what it is, and what the API server knows of it. */
export interface NodeObject {
  readonly name: string;
  readonly zone: number;
  /** The host has power and runs. */
  hostUp: boolean;
  /** There is power where the host is: also where it is switched off. */
  powered: boolean;
  /** The network reaches it. */
  connected: boolean;
  kubeletUp: boolean;
  ready: Ready;
  readySince: number;
  lastRenewal: number;
  /** Whether the Node object exists. */
  exists: boolean;
  /** Since when each taint is there. */
  readonly taints: Map<string, number>;
}

/** The launcher pod of one instance of the VM. */
export interface PodObject {
  readonly name: string;
  node?: NodeObject;
  exists: boolean;
  /** Its status condition, by which Services choose. */
  ready: boolean;
  deletedAt?: number;
  finished: boolean;
}

/** Tells those who listen; they react in their own time. */
export class Signal<Value> {
  private readonly listeners: ((value: Value) => void)[] = [];

  listen(listener: (value: Value) => void): void {
    this.listeners.push(listener);
  }

  emit(value: Value): void {
    for (const listener of this.listeners) {
      listener(value);
    }
  }
}

export interface TimelineEntry {
  readonly at: number;
  readonly actor: string;
  readonly what: string;
}

/** What happens after a node has failed, beside what brings the VM back. */
export type Milestone = 'node-unknown' | 'tainted' | 'out-of-services' | 'evicted';

/** Where the failure is at 0: clocks begin before it, so that each of them is somewhere in its period when it happens. */
const BEGIN = -90;

/** Room for pods on a node: of the kubelet, and of OpenShift's. */
const PODS_PER_NODE = { kubevirt: 110, openshift: 250 };

/** What all actors see: time, chance, the objects of the API server and what becomes of them. */
export class World {
  readonly clock = new Clock(BEGIN);
  readonly nodes: NodeObject[];
  /** Pods on each node: nobody says how many there are, only how many there may be. */
  readonly podsOnNode: number;
  readonly timeline: TimelineEntry[] = [];
  /** When what has happened to the node of the VM, or its pod there: by the ids of the steps of the library. */
  readonly milestones = new Map<Milestone, number>();
  /** The storage of the VM answers. */
  storageUp = true;

  readonly nodeReadiness = new Signal<NodeObject>();
  readonly nodeTainted = new Signal<NodeObject>();
  readonly nodeRemoved = new Signal<NodeObject>();
  readonly hostStopped = new Signal<NodeObject>();
  readonly podCreated = new Signal<PodObject>();
  readonly podBound = new Signal<PodObject>();
  readonly podDeleted = new Signal<PodObject>();
  readonly podGone = new Signal<PodObject>();
  readonly podFinished = new Signal<PodObject>();
  readonly podReadiness = new Signal<PodObject>();

  constructor(
    readonly design: Design,
    readonly chance: Chance,
  ) {
    const { zones, product, podsPerNode = PODS_PER_NODE[product] } = design.cluster;
    this.podsOnNode = Math.round(chance.between('pods on a node', 1, podsPerNode));
    this.nodes = zones.flatMap((workers, zone) =>
      Array.from({ length: workers }, (_, index) => ({
        name: `worker-${zone}-${index}`,
        zone,
        hostUp: true,
        powered: true,
        connected: true,
        kubeletUp: true,
        ready: 'True' as Ready,
        readySince: BEGIN,
        lastRenewal: BEGIN,
        exists: true,
        taints: new Map<string, number>(),
      })),
    );
  }

  /** Seconds since the last tick of a clock; its phase at the failure is left to chance. */
  sinceTick(name: string, period: number): number {
    const passed = this.clock.now + this.chance.between(name, 0, period);
    return passed - Math.floor(passed / period) * period;
  }

  tell(actor: string, what: string): void {
    this.timeline.push({ at: this.clock.now, actor, what });
  }

  /** Notes when something has happened for the first time. */
  reach(milestone: Milestone): void {
    if (!this.milestones.has(milestone)) {
      this.milestones.set(milestone, this.clock.now);
    }
  }

  setReady(node: NodeObject, ready: Ready): void {
    node.ready = ready;
    node.readySince = this.clock.now;
    this.nodeReadiness.emit(node);
  }

  taint(node: NodeObject, taint: string): void {
    if (node.exists && !node.taints.has(taint)) {
      node.taints.set(taint, this.clock.now);
      this.nodeTainted.emit(node);
    }
  }

  /** The object of the node is gone. */
  removeNode(node: NodeObject): void {
    node.exists = false;
    this.nodeRemoved.emit(node);
  }

  /** The host has no power any more, or is reset. */
  stopHost(node: NodeObject): void {
    node.hostUp = false;
    this.hostStopped.emit(node);
  }

  /** The pod has a deletionTimestamp from now on. */
  markDeleted(pod: PodObject): void {
    if (pod.exists && pod.deletedAt === undefined) {
      pod.deletedAt = this.clock.now;
      this.podDeleted.emit(pod);
    }
  }

  /** The object of the pod is gone. */
  removePod(pod: PodObject): void {
    if (pod.exists) {
      pod.exists = false;
      this.podGone.emit(pod);
    }
  }

  setPodReady(pod: PodObject, ready: boolean): void {
    if (pod.ready !== ready) {
      pod.ready = ready;
      this.podReadiness.emit(pod);
    }
  }

  finishPod(pod: PodObject): void {
    if (!pod.finished) {
      pod.finished = true;
      this.podFinished.emit(pod);
    }
  }
}
