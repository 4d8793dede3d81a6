import type { Interval, RecoveryStep, ZoneExtent } from '../../../src/recovery';
import type { NodeLossCluster, Sight } from './node-loss-cluster';
import type { Observation } from './observations';
import { Prediction, type TolerationName } from './prediction';
import { now } from './timed';

/** What was to be seen, since when. */
interface Expectation {
  readonly failure: string;
  readonly what: string;
  readonly predicted: Interval;
  readonly origin: RecoveryStep['origin'];
  readonly sight: Sight;
  readonly of: string;
  /** Undefined: what it follows was not seen, of which another observation tells. */
  readonly since?: number;
  /** When something else was done to the node; undefined: nothing was. */
  readonly until?: number;
  readonly turn?: number;
  /** Set: the control plane waits for a number of its looks at the nodes, of which each may take longer. */
  readonly isCountedInPasses?: boolean;
}

/** What was seen of it, or not. */
interface Sighting extends Pick<Expectation, 'failure' | 'what' | 'predicted' | 'origin' | 'turn' | 'isCountedInPasses'> {
  readonly since: number;
  readonly until: number;
  readonly at?: number;
}

/** The loss of a node, alone, or with others of its zone. */
interface Loss {
  readonly failure: string;
  readonly node: string;
  readonly failed: number;
  /** Of the pods on it. */
  readonly tolerations: readonly TolerationName[];
  readonly extent?: ZoneExtent;
  readonly until?: number;
}

/** Seconds by which one watch may tell of what came later before another tells of what came first. */
const DISORDER = 0.5;

/** How long before and after a sight the machine may have made it late. */
const AROUND = { before: 1.5, after: 0.5 };

/** Holds what was seen of a cluster against what the model says about it. */
export class Observer {
  public readonly observations: Observation[] = [];
  private readonly prediction: Prediction;

  public constructor(
    private readonly cluster: NodeLossCluster,
    private readonly clock: string,
  ) {
    this.prediction = new Prediction(cluster.objects);
  }

  /** All that follows from the loss of a node, until something else is done to it: alone, or with others of its zone. */
  public lost({ failure, node, failed, tolerations, extent, until }: Loss): void {
    const [first] = tolerations;
    const unknown = this.cluster.after(failed, 'unknown', node);
    const tainted = this.cluster.after(failed, 'tainted', node);
    const stepOf = (id: string, toleration = first) => this.prediction.step(id, node, toleration, extent);
    const see = (what: string, { origin }: RecoveryStep, predicted: Interval, sight: Sight, of: string, since?: number) =>
      this.see({
        ...{ failure, what, predicted, origin, sight, of, since, until },
        turn: sight === 'tainted' ? this.prediction.turn : undefined,
        isCountedInPasses: since === failed,
      });
    const detection = stepOf('node-unknown');
    see('Unknown, since the failure', detection, detection.end, 'unknown', node, failed);
    const taint = stepOf('tainted');
    if (extent === undefined) {
      see('NoExecute taint, since Unknown', taint, taint.duration, 'tainted', node, unknown);
    } else {
      see(`NoExecute taint of node ${extent.place}, since the failure`, taint, taint.end, 'tainted', node, failed);
    }
    for (const toleration of tolerations) {
      const pod = podName(node, toleration);
      const removal = stepOf('out-of-services', toleration);
      const eviction = stepOf('evicted', toleration);
      const conflicting = toleration === '0' ? ' of a pod that is deleted meanwhile' : '';
      see(`endpoint not ready${conflicting}, since Unknown`, removal, removal.duration, 'out-of-services', pod, unknown);
      if (taint.never === undefined) {
        see(`deletionTimestamp, since the taint, ${tolerating(toleration)}`, eviction, eviction.duration, 'evicted', pod, tainted);
      } else {
        // A taint that comes may go again before its time.
        const of = `deletionTimestamp on node ${extent?.place}, since the failure, ${tolerating(toleration)}`;
        see(of, eviction, eviction.end, 'evicted', pod, failed);
      }
    }
  }

  /** Pods of a lost node that nobody fences. */
  public notRemoved(node: string, failed: number, tolerations: readonly TolerationName[]): void {
    for (const toleration of tolerations) {
      const { end, origin } = this.prediction.step('pods-gone', node, toleration);
      const of = podName(node, toleration);
      this.see({
        failure: 'one node',
        what: 'removal without fencing, since the failure',
        predicted: end,
        origin,
        sight: 'pods-gone',
        of,
        since: failed,
      });
    }
  }

  public outOfService(node: string, since: number, tolerations: readonly TolerationName[]): void {
    for (const toleration of tolerations) {
      const { duration, origin } = this.prediction.outOfService(node, toleration);
      const what = `removal, since the taint, ${tolerating(toleration)}`;
      this.see({
        failure: 'out-of-service taint',
        what,
        predicted: duration,
        origin,
        sight: 'pods-gone',
        of: podName(node, toleration),
        since,
      });
    }
  }

  public nodeDeleted(node: string, since: number, tolerations: readonly TolerationName[]): void {
    for (const toleration of tolerations) {
      const { origin, ...predicted } = this.prediction.nodeDeleted(node, toleration);
      const of = podName(node, toleration);
      this.see({ failure: 'node object deleted', what: 'removal, since the deletion', predicted, origin, sight: 'pods-gone', of, since });
    }
  }

  /** The first taint of others, after so many nodes have returned to a cluster that had none. */
  public returned(count: number, others: readonly string[], since: number): void {
    const [first] = others
      .map((node) => ({ node, at: this.cluster.after(since, 'tainted', node) ?? Number.POSITIVE_INFINITY }))
      .sort((one, other) => one.at - other.at);
    const { origin } = this.prediction.step('tainted', first.node, '0');
    const predicted = this.prediction.taintAfterReturn(count);
    const what = `NoExecute taint of the next node, since ${count} of them returned`;
    this.see({ failure: 'all nodes', what, predicted, origin, sight: 'tainted', of: first.node, since });
  }

  /** The leader of kube-controller-manager is lost with a node of the control plane. */
  public handedOver(node: string, failed: number, tookOver: number): void {
    const failure = 'node with the leader of kube-controller-manager';
    const handOver = this.prediction.step('controller-manager-takes-over', node, '0');
    const predicted = handOver.end;
    const what = 'new leader, since the failure';
    this.add({ failure, what, predicted, origin: handOver.origin, since: failed, until: tookOver, at: tookOver });
    this.lost({ failure, node, failed, tolerations: ['0'] });
  }

  private see({ since, until = now(), sight, of, ...expected }: Expectation): void {
    if (since === undefined) {
      return;
    }
    const seen = this.cluster.after(since - DISORDER, sight, of);
    const at = seen !== undefined && seen <= until ? Math.max(since, seen) : undefined;
    this.add({ ...expected, since, until, at });
  }

  private add({ failure, what, predicted, origin, since, until, at, turn, isCountedInPasses }: Sighting): void {
    const { before, after } = AROUND;
    const { slowness } = this.cluster;
    const end = at ?? until;
    const around = Math.max(...[since, end].map((time) => slowness.between(time - before, time + after)));
    const passes = isCountedInPasses ? Math.ceil((end - since) / this.prediction.monitorPeriod) : 0;
    const late = { late: around + passes * slowness.meanBetween(since, end), early: around };
    const source = [origin.says, ...(origin.reference === undefined ? [] : [origin.reference])].join(', ');
    const observed = at === undefined ? undefined : at - since;
    this.observations.push({ clock: this.clock, failure, what, predicted, source, observed, watched: until - since, ...late, turn });
  }
}

function tolerating(toleration: TolerationName): string {
  return `tolerating ${Number.isNaN(Number(toleration)) ? toleration : `${toleration} s`}`;
}

export function podName(node: string, toleration: TolerationName): string {
  return `${node}-${toleration}`;
}
