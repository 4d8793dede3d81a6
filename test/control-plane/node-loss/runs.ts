import type { Manifest } from '../../../src/graph';
import { node } from '../../recovery/world';
import { NodeLossCluster } from './node-loss-cluster';
import type { Observation } from './observations';
import { Observer, podName } from './observer';
import { TOLERATIONS, type TolerationName } from './prediction';
import { pause } from './timed';

/** A cluster in which nodes are lost, and what was seen. */
export interface Run {
  readonly title: string;
  readonly run: () => Promise<readonly Observation[]>;
}

/**
 * A clock that is five times as fast, but for what no flag changes: leases that are renewed every 10 s, of which the grace period has to be
 * more, and the garbage collection of pods. Calls to the API server are free, so that many losses do not wait for one another.
 */
const FAST = [
  '--node-monitor-period=1s',
  '--node-monitor-grace-period=15s',
  '--node-eviction-rate=0.5',
  '--secondary-node-eviction-rate=0.1',
  '--large-cluster-size-threshold=5',
  '--kube-api-qps=500',
  '--kube-api-burst=1000',
];
const FAST_CLOCK = 'grace 15 s, period 1 s, 0.5 nodes/s, large: 0.1';

/** The longest that a lost node is not noticed, with this clock. */
const NOTICED = 17;

const EVERY: readonly TolerationName[] = ['0', '12', 'default', 'forever', 'everything'];
const SHORT: readonly TolerationName[] = ['0', '12'];
const PODS = EVERY.length;

/** Nodes of a zone: the first ones are lost. */
interface Zone {
  readonly failure: string;
  readonly zone: string;
  readonly lost: readonly string[];
  readonly nodes: readonly Manifest[];
  readonly tolerations: readonly TolerationName[];
}

function zoneOf(failure: string, zone: string, lost: number, size: number, tolerations: readonly TolerationName[], labels = {}): Zone {
  const names = Array.from({ length: size }, (_, index) => `${zone}-${index}`);
  return {
    failure,
    zone,
    lost: names.slice(0, lost),
    nodes: names.map((name) => node(name, { zone, pods: PODS, labels })),
    tolerations,
  };
}

function zones(
  count: number,
  failure: string,
  prefix: string,
  lost: number,
  size: number,
  tolerations: readonly TolerationName[],
  labels = {},
) {
  return Array.from({ length: count }, (_, index) => zoneOf(failure, `${prefix}${index}`, lost, size, tolerations, labels));
}

/** Starts a cluster, hands it over, and stops it whatever happens. */
async function inCluster<T>(
  nodes: readonly Manifest[],
  flags: readonly string[],
  use: (cluster: NodeLossCluster) => Promise<T>,
): Promise<T> {
  const cluster = await NodeLossCluster.start(nodes, flags);
  try {
    return await use(cluster);
  } finally {
    await cluster.stop();
  }
}

/** Runs the pods of zones, waits until the cluster has nothing to do, and has somebody look at it. */
async function withPods(cluster: NodeLossCluster, clock: string, all: readonly Zone[]): Promise<Observer> {
  for (const { lost, tolerations } of all) {
    for (const name of lost) {
      await Promise.all(tolerations.map((toleration) => cluster.run(name, podName(name, toleration), TOLERATIONS[toleration])));
    }
  }
  await cluster.settle();
  return new Observer(cluster, clock);
}

/** Nodes alone: every other one right after it has renewed its lease, which is when it takes longest to be noticed. */
function failOneByOne(cluster: NodeLossCluster, single: readonly Zone[]): Promise<number[][]> {
  return Promise.all(
    single.map(async ({ lost: [name] }, index) => {
      if (index % 2 === 0) {
        return [await cluster.node(name).failAfterRenewal()];
      }
      await pause(index);
      return [await cluster.node(name).fail()];
    }),
  );
}

function failAll(cluster: NodeLossCluster, { lost }: Zone): Promise<number[]> {
  return Promise.all(lost.map((name) => cluster.node(name).fail()));
}

/** What was seen of a zone until something else was done: of several nodes, in the order in which they were tainted. */
function observeZone(observer: Observer, cluster: NodeLossCluster, zone: Zone, failed: readonly number[], until?: number): void {
  const { failure, lost, tolerations } = zone;
  const taint = (index: number) => cluster.after(failed[index], 'tainted', lost[index]) ?? Number.POSITIVE_INFINITY;
  const order = lost.map((_, index) => index).sort((one, other) => taint(one) - taint(other) || one - other);
  for (const [place, index] of order.entries()) {
    const extent = lost.length === 1 ? undefined : { lost: lost.length, place: place + 1 };
    observer.lost({ failure, node: lost[index], failed: failed[index], tolerations, extent, until });
  }
}

/** Seconds from one node that is fenced to the next: each in another phase of the garbage collection of pods, which looks every 20 s. */
const PHASES = 4.3;

/** Seconds after the last one in which it has taken away the pods of nodes whose objects are deleted. */
const COLLECTED = 78;

/** Single nodes are lost, and some of them fenced, in two ways. */
async function singleNodes(): Promise<readonly Observation[]> {
  const single = zones(12, 'one node', 'single-', 1, 2, EVERY);
  return inCluster(
    single.flatMap(({ nodes }) => nodes),
    FAST,
    async (cluster) => {
      const observer = await withPods(cluster, FAST_CLOCK, single);
      const failed = await failOneByOne(cluster, single);
      // By then the pods with the short tolerations are marked, and the others are not.
      await pause(NOTICED + 16);
      const fenced = await Promise.all([
        ...single.slice(0, 5).map(async (zone, index) => {
          await pause(index * PHASES);
          const [name] = zone.lost;
          const at = await cluster.putOutOfService(name);
          return { at, observe: () => observer.outOfService(name, at, EVERY) };
        }),
        ...single.slice(5, 9).map(async (zone, index) => {
          await pause(index * PHASES);
          const [name] = zone.lost;
          const at = await cluster.deleteNode(name);
          return { at, observe: () => observer.nodeDeleted(name, at, EVERY) };
        }),
      ]);
      await pause(COLLECTED);
      for (const [index, zone] of single.entries()) {
        observeZone(observer, cluster, zone, failed[index], fenced[index]?.at);
        if (index < fenced.length) {
          fenced[index].observe();
        } else {
          observer.notRemoved(zone.lost[0], failed[index][0], EVERY);
        }
      }
      return observer.observations;
    },
  );
}

/** Seconds from the loss of one zone to that of the next, so that the controller has marked the pods of the one before it finds the next. */
const APART = 13;

/** Zones lose nodes, one zone after the other. */
async function manyZones(): Promise<readonly Observation[]> {
  const all = [
    ...zones(2, 'a zone of 4', 'whole-', 4, 4, SHORT),
    ...zones(3, '3 of 4 nodes of a zone', 'part-', 3, 4, SHORT),
    zoneOf('4 of 7 nodes of a large zone', 'large', 4, 7, SHORT),
    zoneOf('3 of 4 nodes of a zone that is excluded from disruption', 'excluded', 3, 4, SHORT, {
      'node.kubernetes.io/exclude-disruption': '',
    }),
    // One that stays: else all would be lost in the end.
    zoneOf('none', 'well', 0, 1, SHORT),
  ];
  return inCluster(
    all.flatMap(({ nodes }) => nodes),
    FAST,
    async (cluster) => {
      const observer = await withPods(cluster, FAST_CLOCK, all);
      const failed: number[][] = [];
      for (const zone of all) {
        failed.push(await failAll(cluster, zone));
        await pause(APART);
      }
      await pause(NOTICED + 16);
      for (const [index, zone] of all.entries()) {
        observeZone(observer, cluster, zone, failed[index]);
      }
      return observer.observations;
    },
  );
}

/** All nodes are lost, and two of them return. */
async function allNodes(): Promise<readonly Observation[]> {
  const zone = zoneOf('all nodes', 'only', 4, 4, ['0', '12']);
  return inCluster(zone.nodes, FAST, async (cluster) => {
    const observer = await withPods(cluster, FAST_CLOCK, [zone]);
    const failed = await failAll(cluster, zone);
    await pause(NOTICED + 16);
    observeZone(observer, cluster, zone, failed);
    for (const [index, name] of zone.lost.slice(0, 2).entries()) {
      const at = await cluster.node(name).return();
      await pause(8);
      observer.returned(index + 1, zone.lost.slice(index + 1), at);
    }
    return observer.observations;
  });
}

/** The grace period is no multiple of the period of monitoring, and each node is lost when it takes longest to be noticed. */
async function oddGrace(): Promise<readonly Observation[]> {
  const lone = zones(6, 'one node', 'odd-', 1, 2, SHORT);
  const flags = ['--node-monitor-period=4s', '--node-monitor-grace-period=17s'];
  return inCluster(
    lone.flatMap(({ nodes }) => nodes),
    flags,
    async (cluster) => {
      const observer = await withPods(cluster, 'grace 17 s, period 4 s', lone);
      const failed = await Promise.all(lone.map(async ({ lost: [name] }) => [await cluster.node(name).failAfterRenewal()]));
      await pause(45);
      for (const [index, zone] of lone.entries()) {
        observeZone(observer, cluster, zone, failed[index]);
      }
      return observer.observations;
    },
  );
}

/** All flags as they are by default, and fewer pods than the calls to the API server that are free at once. */
async function realClock(): Promise<readonly Observation[]> {
  const all = [
    ...zones(2, 'one node', 'single-', 1, 2, ['0', '60', 'default', 'forever']),
    zoneOf('a zone of 3', 'whole', 3, 3, ['60']),
    zoneOf('3 of 4 nodes of a zone', 'part', 3, 4, ['60']),
  ];
  return inCluster(
    all.flatMap(({ nodes }) => nodes),
    [],
    async (cluster) => {
      const observer = await withPods(cluster, 'as it is by default', all);
      const failed: number[][] = [];
      for (const zone of all) {
        failed.push(await failAll(cluster, zone));
        // So that calls of one do not hold up the next.
        await pause(1);
      }
      await pause(56 + 20 + 64);
      for (const [index, zone] of all.entries()) {
        observeZone(observer, cluster, zone, failed[index]);
      }
      return observer.observations;
    },
  );
}

const HAND_OVERS = 3;

/** The leader of kube-controller-manager is lost with a node, three times. */
async function handOver(): Promise<readonly Observation[]> {
  const labels = { 'node-role.kubernetes.io/control-plane': '' };
  const lone = zones(HAND_OVERS, 'one node', 'plane-', 1, 2, ['0'], labels);
  return inCluster(
    lone.flatMap(({ nodes }) => nodes),
    [...FAST, '--leader-elect=true'],
    async (cluster) => {
      const observer = await withPods(cluster, FAST_CLOCK, lone);
      for (const zone of lone) {
        await cluster.addManager();
        await cluster.slowness.halt();
        const before = await cluster.leader();
        const [failed] = await failAll(cluster, zone);
        await cluster.loseLeader();
        const tookOver = await cluster.awaitLeader(before);
        cluster.slowness.resume();
        await cluster.awaits(failed, 'unknown', zone.lost[0], NOTICED + 10);
        await pause(5);
        observer.handedOver(zone.lost[0], failed, tookOver);
      }
      return observer.observations;
    },
  );
}

export const RUNS: readonly Run[] = [
  { title: 'single nodes, of which some are fenced', run: singleNodes },
  { title: 'zones, wholly and partly', run: manyZones },
  { title: 'all nodes, of which some return', run: allNodes },
  { title: 'a grace period that is no multiple of the period of monitoring', run: oddGrace },
  { title: 'the clock as it is by default', run: realClock },
  { title: 'the leader of kube-controller-manager with a node', run: handOver },
];
