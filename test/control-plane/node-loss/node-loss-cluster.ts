import type { Manifest } from '../../../src/graph';
import { controllerManager } from '../../recovery/world';
import { Part } from '../part';
import { done, SimulatedNode } from './simulated-node';
import { Slowness } from './slowness';
import { eventually, now, pause } from './timed';

/** What is seen of nodes and pods. */
export type Sight = 'unknown' | 'tainted' | 'untainted' | 'out-of-services' | 'evicted' | 'pods-gone';

const UNREACHABLE = 'node.kubernetes.io/unreachable';
const OUT_OF_SERVICE = { key: 'node.kubernetes.io/out-of-service', value: 'nodeshutdown', effect: 'NoExecute' };
const LABELS = { app: 'vm' };
const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'vm' },
  spec: { selector: LABELS, ports: [{ port: 80 }] },
};
const LEADER = '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-controller-manager';
const HANDED_OVER_WITHIN = 60;
const LEADER_POLL = 0.1;
const SETTLES_WITHIN = 60;
const LONGEST_RENEWAL = 10.4;

/** A control plane with simulated nodes, and when it was seen to do what. */
export class NodeLossCluster {
  /** @param nodes the objects of the nodes, as a profile has them @param flags of kube-controller-manager */
  public static async start(nodes: readonly Manifest[], flags: readonly string[]): Promise<NodeLossCluster> {
    const cluster = new NodeLossCluster(await Part.apiServer(), nodes, flags);
    await cluster.begin();
    return cluster;
  }

  public readonly nodes: ReadonlyMap<string, SimulatedNode>;
  public readonly slowness: Slowness;
  private readonly managers: Part[] = [];
  private readonly seen = new Map<string, number[]>();
  private readonly states = new Map<string, boolean>();

  private constructor(
    public readonly server: Part,
    nodes: readonly Manifest[],
    public readonly flags: readonly string[],
  ) {
    this.nodes = new Map(nodes.map((node) => [String(node.metadata?.name), new SimulatedNode(server, node)]));
    this.slowness = new Slowness(server);
  }

  /** The objects of the cluster, as a profile has them. */
  public get objects(): Manifest[] {
    return [...[...this.nodes.values()].map(({ manifest }) => manifest), controllerManager(...this.flags)];
  }

  public node(name: string): SimulatedNode {
    const node = this.nodes.get(name);
    if (node === undefined) {
      throw new Error(`no node ${name}`);
    }
    return node;
  }

  /** Makes a pod that runs on a node, behind the Service. */
  public async run(node: string, pod: string, tolerations: unknown): Promise<void> {
    await this.node(node).run(pod, LABELS, tolerations);
  }

  /** Until all nodes are ready and each has renewed its lease of itself. */
  public async settle(): Promise<void> {
    const since = now();
    const names = [...this.nodes.keys()];
    await eventually(
      'all nodes are without taints',
      SETTLES_WITHIN,
      () => names.every((name) => !this.states.get(`taints ${name}`)) || undefined,
    );
    await pause(LONGEST_RENEWAL - (now() - since));
  }

  /** Adds another kube-controller-manager, which waits where another one leads. */
  public async addManager(): Promise<Part> {
    const manager = await Part.controllerManager(this.server, this.flags);
    this.managers.push(manager);
    return manager;
  }

  /** The times at which something was seen, in their order. */
  public times(sight: Sight, name: string): readonly number[] {
    return this.seen.get(`${sight} ${name}`) ?? [];
  }

  /** When something was seen first after a point in time; undefined: not yet. */
  public after(since: number, sight: Sight, name: string): number | undefined {
    return this.times(sight, name).find((time) => time >= since);
  }

  public awaits(since: number, sight: Sight, name: string, within: number): Promise<number> {
    return eventually(`${sight} of ${name}`, within, () => this.after(since, sight, name));
  }

  /** Says that a node is out of service, beside what else its taints say. */
  public async putOutOfService(name: string): Promise<number> {
    const { path } = this.node(name);
    for (;;) {
      const { body } = await done(this.server.request('GET', path));
      const at = now();
      const spec = { ...body.spec, taints: [...(body.spec.taints ?? []), OUT_OF_SERVICE] };
      const { status } = await this.server.request('PUT', path, { ...body, spec });
      if (status === 200) {
        return at;
      }
    }
  }

  public async deleteNode(name: string): Promise<number> {
    const at = now();
    await done(this.server.request('DELETE', this.node(name).path));
    return at;
  }

  /** Who leads, as an election knows it; undefined: nobody has yet. */
  public async leader(): Promise<string | undefined> {
    const { body } = await this.server.request('GET', LEADER);
    return body.spec?.holderIdentity;
  }

  /** Loses the kube-controller-manager that has been there longest, with its host. */
  public async loseLeader(): Promise<void> {
    await this.managers.shift()?.kill();
  }

  /** When another than this one leads. */
  public async awaitLeader(before: string | undefined): Promise<number> {
    const deadline = now() + HANDED_OVER_WITHIN;
    while ((await this.leader()) === before) {
      if (now() > deadline) {
        throw new Error(`no other leader than ${before} within ${HANDED_OVER_WITHIN} s`);
      }
      await pause(LEADER_POLL);
    }
    return now();
  }

  public async stop(): Promise<void> {
    await this.slowness.halt();
    await Promise.all([...this.nodes.values()].map((node) => node.fail()));
    await Promise.all(this.managers.map((manager) => manager.stop()));
    await this.server.stop();
  }

  private async begin(): Promise<void> {
    await this.addManager();
    await done(this.server.request('POST', '/api/v1/namespaces/default/services', SERVICE));
    await this.server.watch('/api/v1/nodes', (node, isGone) => !isGone && this.seeNode(node));
    await this.server.watch('/api/v1/namespaces/default/pods', (pod, isGone) => this.seePod(pod, isGone));
    await this.server.watch('/apis/discovery.k8s.io/v1/namespaces/default/endpointslices', (slice) => this.seeEndpoints(slice));
    await this.slowness.start();
    const nodes = [...this.nodes.values()];
    // Phases evenly spread over the period: each loss is noticed early or late by that.
    await Promise.all(nodes.map((node, index) => node.register((index * GOLDEN) % 1)));
  }

  private seeNode({ metadata: { name }, spec, status }: any): void {
    const taints: any[] = spec.taints ?? [];
    this.turn(
      'unknown',
      name,
      status.conditions?.some(({ type, status: is }: any) => type === 'Ready' && is === 'Unknown'),
    );
    this.turn(
      'tainted',
      name,
      taints.some(({ key, effect }) => key === UNREACHABLE && effect === 'NoExecute'),
      'untainted',
    );
    this.states.set(`taints ${name}`, taints.length > 0);
  }

  private seePod({ metadata: { name, deletionTimestamp } }: any, isGone: boolean): void {
    this.turn('evicted', name, deletionTimestamp !== undefined);
    this.turn('pods-gone', name, isGone);
  }

  private seeEndpoints({ endpoints }: any): void {
    for (const { targetRef, conditions } of endpoints ?? []) {
      this.turn('out-of-services', targetRef.name, conditions.ready === false);
    }
  }

  /** Notes when a state begins, and when it ends. */
  private turn(sight: Sight, name: string, is: boolean | undefined, end?: Sight): void {
    const key = `${sight} ${name}`;
    const was = this.states.get(key) ?? false;
    this.states.set(key, is === true);
    if (is && !was) {
      this.note(key);
    } else if (was && !is && end !== undefined) {
      this.note(`${end} ${name}`);
    }
  }

  private note(key: string): void {
    this.seen.set(key, [...(this.seen.get(key) ?? []), now()]);
  }
}

/** Multiples of it are spread evenly however many there are. */
const GOLDEN = 0.618;
