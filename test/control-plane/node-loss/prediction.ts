import { ClusterProfile } from '../../../src/cluster';
import { FailureClass, NODE_DELETION } from '../../../src/facts';
import { type Manifest, ManifestGraph } from '../../../src/graph';
import type { Interval, RecoveryStep, ZoneExtent } from '../../../src/recovery';
import { nodesToReturn, taintAfterReturn } from '../../../src/recovery/node-lifecycle';
import { surroundingsOf } from '../../../src/recovery/surroundings';
import { FENCE_AGENTS, fenceAgentsTemplate, nodeHealthCheck, recover, step, tolerations, vm } from '../../recovery/world';

/** How long VMs stay on a lost node, by the ends of the names of their pods. */
export const TOLERATIONS = {
  '0': tolerations(0),
  '12': tolerations(12),
  '60': tolerations(60),
  default: undefined,
  forever: tolerations(0).map(({ tolerationSeconds: _, ...rest }) => rest),
  everything: [{ operator: 'Exists' }],
} as const;

export type TolerationName = keyof typeof TOLERATIONS;

/** A node that is fenced after two minutes, by an agent that says that it is out of service. */
const FENCED = [
  nodeHealthCheck('120s', { minHealthy: 1, remediationTemplate: FENCE_AGENTS }),
  fenceAgentsTemplate({ retrycount: 1, timeout: '10s', remediationStrategy: 'OutOfServiceTaint' }),
];

const METAL3 = { apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1', kind: 'Metal3RemediationTemplate', namespace: 'm', name: 't' };

/** A node whose object is deleted once its host is off. */
const DELETED = [nodeHealthCheck('120s', { minHealthy: 1, remediationTemplate: METAL3 })];

/** What the model says about a VM on a node of a cluster, which it knows as anybody tells it: by manifests, and a profile with objects. */
export class Prediction {
  private readonly profile: ClusterProfile;

  public constructor(private readonly objects: readonly Manifest[]) {
    this.profile = ClusterProfile.kubevirt('1.9', { objects: [...objects] });
  }

  /** Seconds from one look of the controller at the nodes to the next. */
  public get monitorPeriod(): number {
    return surroundingsOf(new ManifestGraph([], true, [...this.objects]), this.profile).monitorPeriod;
  }

  /** Seconds from the turn of a node to be tainted to that of the next, and at least until the controller looks again. */
  public get turn(): number {
    const { eviction, monitorPeriod } = surroundingsOf(new ManifestGraph([], true, [...this.objects]), this.profile);
    return Math.max(1 / eviction.rate, monitorPeriod);
  }

  /** A step of the recovery of a VM whose node is lost, alone or with so many others of its zone. */
  public step(id: string, node: string, toleration: TolerationName, extent?: ZoneExtent, others: readonly Manifest[] = []): RecoveryStep {
    const failure = extent === undefined ? FailureClass.NODE_LOSS : FailureClass.ZONE_LOSS;
    const machine = vm({ tolerations: TOLERATIONS[toleration], nodeSelector: { 'kubernetes.io/hostname': node } });
    return step(recover(failure, [machine, ...others], this.profile, extent), id);
  }

  /** The removal of pods from a node that is said to be out of service. */
  public outOfService(node: string, toleration: TolerationName): RecoveryStep {
    return this.step('pods-gone', node, toleration, undefined, FENCED);
  }

  /** The removal of pods from a node whose object has just been deleted, without what is before that. */
  public nodeDeleted(node: string, toleration: TolerationName): Interval & { readonly origin: RecoveryStep['origin'] } {
    const { duration, origin } = this.step('pods-gone', node, toleration, undefined, DELETED);
    const { best = Number.NaN, worst = Number.NaN } = duration;
    return { best: best - NODE_DELETION.earliest, worst: worst - NODE_DELETION.latest, origin };
  }

  /** The taint of the first of the nodes that wait, once so many have returned to a cluster that had none. */
  public taintAfterReturn(count: number): Interval {
    const graph = new ManifestGraph([], true, [...this.objects]);
    const surroundings = surroundingsOf(graph, this.profile);
    const zoneSize = surroundings.nodes.length;
    const nodes = { lost: zoneSize, zoneSize, place: 1, isLast: true, isControlPlane: false };
    return count < nodesToReturn(nodes, surroundings) ? {} : { best: 0, worst: taintAfterReturn(nodes, surroundings) };
  }
}
