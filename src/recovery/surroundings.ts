import { type KubernetesReleases, kubernetesReleases } from '../admission';
import type { ClusterProfile } from '../cluster';
import {
  CONFIG_GROUP,
  CONTROL_PLANE_NODE_LABELS,
  CONTROLLER_CALLS,
  type ControllerManagerFlag,
  DEFAULT_TOLERATION_SECONDS,
  LATENCY_PROFILE_GRACE_PERIODS,
  LATENCY_PROFILE_TOLERATIONS,
  NO_EXECUTE_TAINT,
  NODE_MONITOR_GRACE_PERIODS,
  NODE_MONITOR_PERIOD,
  ownValue,
  PODS_PER_NODE,
  quantityValue,
  REGION_LABEL,
  secondsOfGoDuration,
  TAINT_LAG,
  WORKER_NODE_LABEL,
  ZONE_EVICTION,
  ZONE_LABEL,
} from '../facts';
import { type ComponentFlag, isObject, type Manifest, type ManifestGraph, objectsOf, perGraph } from '../graph';
import { controllerManagerFlags } from './component-flags';
import { between, type Duration } from './event-graph';
import { behaviour } from './origins';
import type { RecoveryAssumption } from './reasons';
import type { Origin } from './recovery';
import { StepOrigin } from './step-origin';

/** A node that VMs may run on. */
export interface NodeFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Region and zone, as the controller tells zones apart; undefined: the node has no labels of either. */
  readonly zone?: string;
  readonly isControlPlane: boolean;
  readonly taints: readonly Record<string, any>[];
  /** The same for nodes that differ in nothing but their names. */
  readonly likeness: string;
}

/** What a cluster brings to every recovery. */
export interface Surroundings {
  readonly cluster: ClusterProfile;
  /** The nodes that VMs may run on; none: unknown. */
  readonly nodes: readonly NodeFacts[];
  /** How many there are; undefined: unknown. */
  readonly workers?: number;
  readonly grace: GracePeriod;
  /** Seconds from one look of the controller at all nodes to the next. */
  readonly monitorPeriod: number;
  /** From `Ready: Unknown` to the first taint. */
  readonly taint: Duration;
  readonly calls: { readonly qps: number; readonly burst: number };
  readonly podsPerNode: number;
  /** Seconds that pods stay on a lost node which do not say it. */
  readonly defaultToleration: number;
  readonly eviction: { readonly rate: number; readonly secondaryRate: number; readonly largeZone: number };
  /** Whether volumes are never taken away from a dead node without the taint for nodes out of service, and what says so. */
  readonly keepsVolumes?: Origin;
  readonly assumptions: readonly RecoveryAssumption[];
}

/** How long a node may be silent. */
export interface GracePeriod {
  readonly seconds: Duration;
  readonly origin: Origin;
}

const known = perGraph(() => new Map<ClusterProfile, Surroundings>());

/** What the cluster of a graph brings to every recovery: found out once. */
export function surroundingsOf(graph: ManifestGraph, cluster: ClusterProfile): Surroundings {
  const byCluster = known(graph);
  const found = byCluster.get(cluster) ?? findSurroundings(graph, cluster);
  byCluster.set(cluster, found);
  return found;
}

function findSurroundings(graph: ManifestGraph, cluster: ClusterProfile): Surroundings {
  const flags = controllerManagerFlags(graph);
  const all = graph.ofKind('', 'Node');
  const nodes = all.filter((node) => !isReserved(node, cluster)).map(nodeFacts);
  const kubernetes = kubernetesReleases(graph, cluster);
  const { platform, number } = { platform: cluster.isOpenshift ? ('openshift' as const) : ('upstream' as const), number: numberOf(flags) };
  const monitorPeriod = secondsOfGoDuration(flags.get('node-monitor-period')?.value) || NODE_MONITOR_PERIOD;
  const keeps = flags.get('disable-force-detach-on-timeout');
  return {
    cluster,
    nodes,
    workers: nodes.length > 0 ? nodes.length : cluster.workers,
    grace: gracePeriod(graph, cluster, kubernetes, flags.get('node-monitor-grace-period')),
    monitorPeriod,
    taint: taintDelay(kubernetes, monitorPeriod),
    calls: {
      qps: number('kube-api-qps', CONTROLLER_CALLS[platform].qps),
      burst: number('kube-api-burst', CONTROLLER_CALLS[platform].burst),
    },
    podsPerNode: Math.max(...all.map((node) => quantityValue(node.status?.allocatable?.pods) ?? 0), 0) || PODS_PER_NODE[platform],
    defaultToleration: ownValue(LATENCY_PROFILE_TOLERATIONS, String(latencyProfile(graph))) ?? DEFAULT_TOLERATION_SECONDS,
    eviction: {
      rate: number('node-eviction-rate', ZONE_EVICTION.rate),
      secondaryRate: number('secondary-node-eviction-rate', ZONE_EVICTION.secondaryRate),
      largeZone: number('large-cluster-size-threshold', ZONE_EVICTION.largeZone),
    },
    keepsVolumes: keeps?.value === 'true' ? flagOrigin(keeps) : undefined,
    assumptions: kubernetes.isAssumed ? [kubernetesAssumption(kubernetes)] : [],
  };
}

function kubernetesAssumption({ first, last }: KubernetesReleases): RecoveryAssumption {
  return {
    id: 'kubernetes-release',
    what: `Kubernetes is 1.${first} to 1.${last}, which this release of KubeVirt supports`,
    say: 'status.nodeInfo.kubeletVersion of the Nodes in the profile',
  };
}

function gracePeriod(
  graph: ManifestGraph,
  { openshiftVersion }: ClusterProfile,
  { first, last, isAssumed }: KubernetesReleases,
  flag: ComponentFlag | undefined,
): GracePeriod {
  const flagged = secondsOfGoDuration(flag?.value);
  if (flag !== undefined && flagged !== undefined) {
    return { seconds: between(flagged, flagged), origin: flagOrigin(flag) };
  }
  const config = graph.find(CONFIG_GROUP, 'Node', undefined, 'cluster');
  const profile = latencyProfile(graph);
  const ofProfile = typeof profile === 'string' ? ownValue(LATENCY_PROFILE_GRACE_PERIODS, profile) : undefined;
  if (config !== undefined && ofProfile !== undefined) {
    const says = `node-monitor-grace-period ${ofProfile} s (workerLatencyProfile ${profile})`;
    const origin = { kind: StepOrigin.FIELD, says, manifest: config, path: 'spec.workerLatencyProfile', value: profile };
    return { seconds: between(ofProfile, ofProfile), origin };
  }
  const [best, worst] = [first, last].map(presetGrace);
  const release =
    openshiftVersion === undefined
      ? first === last
        ? `Kubernetes 1.${first}`
        : `Kubernetes 1.${first} to 1.${last}`
      : `OpenShift ${openshiftVersion}, profile unset`;
  const origin = { kind: StepOrigin.DEFAULT, says: `node-monitor-grace-period ${worst} s (${release})`, reference: NODE_MONITOR };
  return { seconds: { best, worst, certain: isAssumed ? best : worst }, origin };
}

function latencyProfile(graph: ManifestGraph): unknown {
  return graph.find(CONFIG_GROUP, 'Node', undefined, 'cluster')?.spec?.workerLatencyProfile;
}

const NODE_MONITOR = 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/nodelifecycle/node_lifecycle_controller.go';

function presetGrace(minor: number): number {
  return NODE_MONITOR_GRACE_PERIODS.filter(({ since }) => since <= minor).reduce((_, { seconds }) => seconds, 0);
}

function taintDelay({ first, last, isAssumed }: KubernetesReleases, monitorPeriod: number): Duration {
  const earliest = (minor: number) =>
    NO_EXECUTE_TAINT.filter(({ since }) => since <= minor).reduce((_, { passes }) => passes * monitorPeriod, 0);
  const worst = earliest(first) + TAINT_LAG;
  return { best: earliest(last), worst, certain: isAssumed ? earliest(last) + TAINT_LAG : worst };
}

function flagOrigin({ manifest, path, text }: ComponentFlag): Origin {
  return { kind: StepOrigin.FIELD, says: `kube-controller-manager ${text}`, manifest, path, value: text };
}

function numberOf(flags: ReadonlyMap<ControllerManagerFlag, ComponentFlag>): (name: ControllerManagerFlag, preset: number) => number {
  return (name, preset) => {
    const value = Number(flags.get(name)?.value ?? Number.NaN);
    return Number.isNaN(value) ? preset : value;
  };
}

function nodeFacts(node: Manifest): NodeFacts {
  const labels: Record<string, string> = isObject(node.metadata?.labels) ? node.metadata.labels : {};
  const [region, zone] = [labels[REGION_LABEL], labels[ZONE_LABEL]];
  return {
    name: String(node.metadata?.name),
    labels,
    zone: region === undefined && zone === undefined ? undefined : `${region ?? ''}/${zone ?? ''}`,
    isControlPlane: CONTROL_PLANE_NODE_LABELS.some((label) => Object.hasOwn(labels, label)),
    taints: objectsOf(node.spec?.taints),
    likeness: JSON.stringify([
      Object.entries(labels)
        .filter(([, value]) => value !== node.metadata?.name)
        .sort(),
      node.spec?.taints,
    ]),
  };
}

const KEEPS_PODS_AWAY = ['NoSchedule', 'NoExecute'];

/** Whether a node of the control plane takes no VMs. */
function isReserved(node: Manifest, { isOpenshift }: ClusterProfile): boolean {
  const { isControlPlane, labels, taints } = nodeFacts(node);
  const isWorker = !isOpenshift || Object.hasOwn(labels, WORKER_NODE_LABEL);
  return isControlPlane && (!isWorker || taints.some(({ effect }) => KEEPS_PODS_AWAY.includes(effect)));
}

export function controllerBehaviour(says: string): Origin {
  return behaviour(says, NODE_MONITOR);
}
