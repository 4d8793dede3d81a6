import { type AdmissionContext, podsOf, runStrategyOf } from '../../admission';
import { BUILT_IN_PRIORITIES, KUBEVIRT_GROUP, ownValue, RESTARTING_RUN_STRATEGIES, SCHEDULING_GROUP } from '../../facts';
import { eachObjectOnce, type Labels, type ManifestGraph, objectsOf, type VirtualMachineView } from '../../graph';
import { type Amounts, amountsOf, sumOf } from '../requests/amounts';
import { podInstance } from '../requests/pod-instance';
import { podRequests } from '../requests/pod-requests';
import { type NodeDemands, nodeDemands } from './node-demands';
import { affinityTerms, type PodTerm, type SpreadTerm, spreadTerms } from './pod-terms';

/** The pod of a VM that runs, or of one of those that are made from a template. */
export interface VmPod {
  /** `namespace/name`. */
  readonly name: string;
  /** What is declared; undefined: a VM that the cluster has, and that nobody has declared. */
  readonly vm?: VirtualMachineView;
  readonly namespace: string | undefined;
  readonly labels: Labels;
  /** With one pod, and what holds hot-plugged volumes beside it. */
  readonly requests: Amounts;
  readonly limits: Amounts;
  readonly priority: number;
  /** Whether it may have others removed. */
  readonly preempts: boolean;
  /** Whether it is started again elsewhere when its host is lost. */
  readonly restarts: boolean;
  readonly demands: NodeDemands;
  readonly affinity: readonly PodTerm[];
  readonly antiAffinity: readonly PodTerm[];
  readonly spreads: readonly SpreadTerm[];
  /** The node that it runs on; undefined: nobody has said it. */
  readonly node?: string;
  /** Pods with the same text are placed alike. */
  readonly shape: string;
}

/** The pods of VMs, and the VMs of which nobody knows what they ask for. */
export interface VmPods {
  readonly pods: readonly VmPod[];
  readonly unknown: readonly UnknownVm[];
}

/** A VM of which nobody knows what it asks for. */
export interface UnknownVm {
  readonly name: string;
  readonly vm: VirtualMachineView;
  /** Why, to follow "because". */
  readonly reason: string;
}

const NOT_STARTED = ['Halted', 'Manual', 'WaitAsReceiver'];

/** The pods of the VMs that run, those of replicated VMs one by one, and of VMs that the cluster has beside those that are declared. */
export function vmPods(context: AdmissionContext): VmPods {
  const { graph, cluster } = context;
  const nodes = knownNodes(context);
  const pods: VmPod[] = [];
  const unknown: UnknownVm[] = [];
  for (const vm of eachObjectOnce(graph.virtualMachines, graph).filter((candidate) => !isOfAnother(candidate, graph))) {
    const replicas = vm.isReplicated ? replicaNames(vm, graph) : [displayed(vm)];
    const running = replicas.filter((name) => runs(vm) || nodes.has(name));
    if (running.length > 0) {
      addPods(vm, running, nodes, context, pods, unknown);
    }
  }
  const declared = new Set([...pods, ...unknown].map(({ name }) => name));
  const others = (cluster.podRequests ?? []).filter(({ virtualMachine }) => virtualMachine !== undefined && !declared.has(virtualMachine));
  return {
    pods: [
      ...pods,
      ...others.map((entry) => undeclaredPod(entry.virtualMachine as string, entry.node, { pods: 1, ...amountsOf(entry.requests) })),
    ],
    unknown,
  };
}

function addPods(
  vm: VirtualMachineView,
  names: readonly string[],
  nodes: ReadonlyMap<string, string>,
  context: AdmissionContext,
  pods: VmPod[],
  unknown: UnknownVm[],
): void {
  const instance = podInstance(vm, context);
  if (instance.unknown !== undefined) {
    unknown.push({ name: displayed(vm), vm, reason: instance.unknown });
    return;
  }
  const { pod: requested, limits, attachment } = podRequests(instance, context);
  const requests = sumOf(requested, { pods: 1 }, attachment === undefined ? {} : { ...attachment, pods: 1 });
  const { affinity, topologySpreadConstraints, priorityClassName } = instance.spec;
  const labelled = { namespace: vm.namespace, labels: vm.launcherLabels };
  const demands = nodeDemands(vm, instance, context);
  const { priority, preempts } = priorityOf(priorityClassName, context.graph);
  const shared = {
    vm,
    ...labelled,
    requests,
    limits,
    priority,
    preempts,
    restarts: vm.isReplicated || RESTARTING_RUN_STRATEGIES.includes(runStrategyOf(vm) ?? ''),
    demands,
    affinity: affinityTerms(affinity, 'podAffinity', labelled, context.graph),
    antiAffinity: affinityTerms(affinity, 'podAntiAffinity', labelled, context.graph),
    spreads: spreadTerms(topologySpreadConstraints, labelled),
    shape: JSON.stringify([requests, demands, priority]),
  };
  for (const name of names) {
    pods.push({ ...shared, name, node: nodes.get(name) });
  }
}

function undeclaredPod(name: string, node: string, requests: Amounts): VmPod {
  const demands = { selector: {}, added: {}, absent: [], tolerations: [], volumeTerms: [] };
  return {
    name,
    namespace: name.split('/')[0],
    labels: {},
    requests,
    limits: {},
    priority: 0,
    preempts: true,
    restarts: true,
    demands,
    affinity: [],
    antiAffinity: [],
    spreads: [],
    node,
    shape: JSON.stringify([requests, demands, 0]),
  };
}

/** An instance that a VM, a pool or a set has made counts with those. */
function isOfAnother({ manifest, name, namespace }: VirtualMachineView, graph: ManifestGraph): boolean {
  const owners = objectsOf(manifest.metadata?.ownerReferences).map(({ kind }) => kind);
  const isOfVm = manifest.kind === 'VirtualMachineInstance' && graph.find(KUBEVIRT_GROUP, 'VirtualMachine', namespace, name) !== undefined;
  return isOfVm || owners.some((kind) => ['VirtualMachine', 'VirtualMachinePool', 'VirtualMachineInstanceReplicaSet'].includes(kind));
}

/** Those that are there, and names for those that are not. */
function replicaNames(vm: VirtualMachineView, graph: ManifestGraph): string[] {
  const kind = vm.manifest.kind === 'VirtualMachinePool' ? 'VirtualMachine' : 'VirtualMachineInstance';
  const made = graph
    .ofKind(KUBEVIRT_GROUP, kind)
    .filter(({ metadata }) => metadata?.namespace === vm.namespace)
    .filter(({ metadata }) =>
      objectsOf(metadata?.ownerReferences).some((owner) => owner.kind === vm.manifest.kind && owner.name === vm.name),
    )
    .map(({ metadata }) => nameOf(metadata?.namespace, String(metadata?.name)));
  const missing = Array.from({ length: Math.max(0, podsOf(vm) - made.length) }, (_, index) => `${displayed(vm)}-${made.length + index}`);
  return [...made, ...missing].slice(0, podsOf(vm));
}

/** Whether it runs, unless somebody decides otherwise. */
function runs(vm: VirtualMachineView): boolean {
  return !NOT_STARTED.includes(runStrategyOf(vm) ?? '');
}

/** Where VMs run: as their instances say, or the profile. */
function knownNodes({ graph, cluster }: AdmissionContext): Map<string, string> {
  const nodes = new Map<string, string>();
  for (const { virtualMachine, node } of cluster.podRequests ?? []) {
    if (virtualMachine !== undefined) {
      nodes.set(virtualMachine, node);
    }
  }
  for (const { metadata, status } of graph.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstance')) {
    if (typeof status?.nodeName === 'string' && status.nodeName !== '') {
      nodes.set(nameOf(metadata?.namespace, String(metadata?.name)), status.nodeName);
    }
  }
  return nodes;
}

function displayed({ namespace, name }: VirtualMachineView): string {
  return nameOf(namespace, name);
}

function nameOf(namespace: string | undefined, name: string): string {
  return namespace === undefined || namespace === '' ? name : `${namespace}/${name}`;
}

interface Priority {
  readonly priority: number;
  readonly preempts: boolean;
}

function priorityOf(name: unknown, graph: ManifestGraph): Priority {
  const classes = graph.ofKind(SCHEDULING_GROUP, 'PriorityClass');
  const found =
    typeof name === 'string' && name !== ''
      ? classes.find(({ metadata }) => metadata?.name === name)
      : classes.find(({ globalDefault }) => globalDefault === true);
  const builtIn = typeof name === 'string' ? ownValue(BUILT_IN_PRIORITIES, name) : undefined;
  return { priority: Number(found?.value ?? builtIn ?? 0), preempts: found?.preemptionPolicy !== 'Never' };
}
