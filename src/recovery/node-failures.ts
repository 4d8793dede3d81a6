import { pinnedNode } from '../admission';
import { FailureClass } from '../facts';
import { type HealthCheckView, isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { EventGraph, exactly, never } from './event-graph';
import { addFencing } from './fencing';
import { type Place, type Watch, watchesOf } from './health-checks';
import { isServed, tolerationOf } from './machine';
import { addDetection, addEviction, addServiceRemoval, type NodesLost, ONE_NODE } from './node-lifecycle';
import { behaviour } from './origins';
import { type Assumption, type NeverReason, OriginKind } from './recovery';
import { releaseOf } from './remediators';
import { addRestart } from './restart';
import type { NodeFacts, Surroundings } from './surroundings';

/** What a case of a failure is told as. */
export interface Case {
  readonly events: EventGraph;
  /** The step with which the service goes away; undefined: it goes with the failure. */
  readonly down?: string;
  /** Whether the service stays up all the time. */
  readonly staysUp?: boolean;
  readonly place?: string;
  readonly assumptions?: readonly Assumption[];
}

/** The failure of nodes, as one VM sees it. */
export interface NodeFailure {
  readonly vm: VirtualMachineView;
  readonly failure: FailureClass;
  readonly checks: readonly HealthCheckView[];
  readonly graph: ManifestGraph;
  readonly surroundings: Surroundings;
  readonly extent?: ZoneExtent;
}

/** How much of a zone is lost. */
export interface ZoneExtent {
  /** How many of its nodes. */
  readonly lost: number;
  /** When the node of the VM has its turn among them, from 1 on. */
  readonly place: number;
}

/** The cases of the loss of one node: one for each kind of node that the VM may be on. */
export function nodeCases(failed: NodeFailure): Case[] {
  return placesOf(failed.vm, failed.surroundings).map((place) =>
    quickestCase(failed, place, { ...ONE_NODE, isControlPlane: place?.isControlPlane === true }),
  );
}

const PRESUMED_ZONES = 3;

/** Label of nodes whose loss does not make their zone a disrupted one. */
const EXCLUDED_FROM_DISRUPTION = 'node.kubernetes.io/exclude-disruption';

/** The cases of the loss of a zone: its last node waits longest. */
export function zoneCases(failed: NodeFailure): Case[] {
  const { surroundings, vm, extent } = failed;
  const zones = byZone(surroundings.nodes);
  if (zones.size === 0) {
    const size = Math.ceil((surroundings.workers ?? PRESUMED_ZONES) / PRESUMED_ZONES);
    const nodes = { ...ONE_NODE, lost: size, zoneSize: size, place: size };
    const what = `The workers are in ${PRESUMED_ZONES} zones of the same size`;
    const assumption = { id: 'zones', what, say: 'Nodes with their labels in the profile' };
    return [{ ...quickestCase(failed, undefined, nodes), assumptions: [assumption] }];
  }
  const places = new Set(placesOf(vm, surroundings).flatMap((place) => place?.zone ?? ''));
  return [...zones]
    .filter(([zone]) => places.has(zone))
    .map(([zone, members]) => {
      // Nodes with the label do not count when it is decided whether a zone is partly lost.
      const counted = members.filter(({ labels }) => !Object.hasOwn(labels, EXCLUDED_FROM_DISRUPTION)).length;
      const lost = extent?.lost ?? members.length;
      const isWhole = lost === members.length;
      const isLast = isWhole && zones.size === 1;
      const isControlPlane = members.some((node) => node.isControlPlane);
      const zoneSize = isWhole || counted > 0 ? members.length : Infinity;
      const nodes = { lost, zoneSize, place: extent?.place ?? lost, isLast, isControlPlane };
      const bound = isLast ? onlyZone(zone) : isWhole ? boundToZone(vm, zone, surroundings) : pinned(failed);
      return { ...quickestCase(failed, members[0], nodes, bound), place: zone.replace(/^\//, '') };
    });
}

function byZone(nodes: readonly NodeFacts[]): Map<string, NodeFacts[]> {
  const zones = new Map<string, NodeFacts[]>();
  for (const node of nodes) {
    const members = zones.get(node.zone ?? '') ?? [];
    zones.set(node.zone ?? '', members);
    members.push(node);
  }
  return zones;
}

/** Several health checks remediate side by side: the quickest counts. */
function quickestCase(failed: NodeFailure, place: Place, nodes: NodesLost, bound = pinned(failed)): Case {
  const { checks, graph, surroundings, failure } = failed;
  const watches = watchesOf(checks, place, nodes, graph, surroundings);
  const cases = watches.length === 0 ? [unfenced(failed, nodes)] : watches.map((watch) => fenced(failed, place, nodes, watch));
  const [quickest] = cases.sort((one, other) => worstOf(one) - worstOf(other) || 0);
  const isKubelet = failure === FailureClass.KUBELET;
  if (bound !== undefined && !isKubelet) {
    quickest.events.add({
      ...quickest.events.last,
      id: 'bound',
      what: bound.because,
      after: [quickest.events.last.id],
      duration: never(bound),
      never: bound,
      assumptions: [],
      origin: bound.origin,
    });
  }
  return { ...quickest, place: place?.name };
}

function worstOf({ events, down }: Case): number {
  const { worst } = events.sinceEndOf(down);
  return Number.isFinite(worst) ? worst : Number.MAX_VALUE;
}

function begun({ vm, surroundings }: NodeFailure, nodes: NodesLost): EventGraph {
  const events = new EventGraph();
  addDetection(events, nodes, surroundings);
  const toleration = tolerationOf(vm);
  addServiceRemoval(events, nodes, toleration, surroundings);
  addEviction(events, nodes, toleration, surroundings);
  return events;
}

function fenced(failed: NodeFailure, place: Place, nodes: NodesLost, watch: Watch): Case {
  const { vm, failure, graph, surroundings } = failed;
  const events = begun(failed, nodes);
  const isPowerless = failure === FailureClass.NODE_LOSS || failure === FailureClass.ZONE_LOSS;
  const removal = addFencing(events, watch, { vm, place, nodes, isPowerless }, graph, surroundings);
  const starting = nodes.lost * machinesOnNode(graph, surroundings);
  addRestart(events, vm, graph, surroundings, {
    after: 'pods-gone',
    ending: 'failed',
    release: releaseOf(removal),
    losesScheduler: nodes.isControlPlane,
    starting,
  });
  return { events, down: downOf(failed), place: place?.name };
}

/** A dead kubelet takes its VMs out of Services; without one they work until the remediation takes the host down. */
function downOf({ failure, vm, graph }: NodeFailure): string | undefined {
  if (failure !== FailureClass.KUBELET) {
    return undefined;
  }
  return isServed(vm, graph) ? 'node-unknown' : 'unhealthy';
}

function machinesOnNode(graph: ManifestGraph, { workers, podsPerNode }: Surroundings): number {
  const machines = graph.virtualMachines.length;
  return Math.min(podsPerNode, workers === undefined || workers < 2 ? machines : Math.ceil(machines / (workers - 1)));
}

function unfenced(failed: NodeFailure, nodes: NodesLost): Case {
  const { vm, failure, checks, graph, surroundings } = failed;
  const events = begun(failed, nodes);
  const isKubelet = failure === FailureClass.KUBELET;
  if (isKubelet && !isServed(vm, graph)) {
    events.add({
      id: 'answers',
      actor: 'guest',
      what: 'The VM runs on: nobody takes its host down',
      duration: exactly(0),
      origin: behaviour('a VM whose kubelet is dead'),
    });
    return { events, staysUp: true };
  }
  const reason = noFencing(checks, surroundings);
  events.add({
    id: 'pods-gone',
    actor: 'nobody',
    what: isKubelet ? 'The kubelet comes back' : 'It is made certain that the node does not run the VM any more',
    after: [isKubelet ? 'node-unknown' : 'evicted'],
    duration: never(reason),
    origin: reason.origin,
    never: reason,
  });
  return { events, down: isKubelet ? 'node-unknown' : undefined };
}

/** That there is no health check is certain where the profile has the nodes of the cluster, and would have its health checks too. */
function noFencing(checks: readonly HealthCheckView[], { nodes }: Surroundings): NeverReason {
  const isUnselected = checks.some((check) => !check.watchesTerminationOnly);
  return {
    id: isUnselected ? 'node-not-selected' : 'no-fencing',
    because: isUnselected
      ? 'No health check selects the node, so nobody makes certain that it does not run the VM any more'
      : 'No health check is known, so nobody makes certain that the node does not run the VM any more',
    change: 'A NodeHealthCheck or a MachineHealthCheck for the node, in this app or in the profile, would change it.',
    origin: behaviour(
      'nodes are not fenced',
      'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown',
    ),
    isCertain: nodes.length > 0,
  };
}

/** The nodes that the VM may be on, one of each kind; undefined: some worker, of which nothing is known. */
function placesOf(vm: VirtualMachineView, { nodes }: Surroundings): Place[] {
  const eligible = nodes.filter((node) => mayRun(vm, node));
  const kinds = new Map<string, NodeFacts>();
  for (const node of eligible.length > 0 ? eligible : nodes) {
    const key = JSON.stringify([node.zone, node.isControlPlane, kindOf(node)]);
    kinds.set(key, kinds.get(key) ?? node);
  }
  return kinds.size === 0 ? [undefined] : [...kinds.values()];
}

/** What tells nodes apart beside their names. */
function kindOf({ labels, name }: NodeFacts): string {
  return JSON.stringify(
    Object.entries(labels)
      .filter(([, value]) => value !== name)
      .sort(),
  );
}

function mayRun(vm: VirtualMachineView, { labels, taints }: NodeFacts): boolean {
  const selector: unknown = vm.spec.nodeSelector;
  const wanted = Object.entries(isObject(selector) ? selector : {});
  const tolerations = objectsOf(vm.spec.tolerations);
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    taints.every(
      ({ key, value, effect }) =>
        effect === 'PreferNoSchedule' ||
        tolerations.some(
          (toleration) =>
            (toleration.key === undefined || toleration.key === '' || toleration.key === key) &&
            (toleration.operator === 'Exists' || (toleration.value ?? '') === (value ?? '')) &&
            (toleration.effect === undefined || toleration.effect === '' || toleration.effect === effect),
        ),
    )
  );
}

function pinned({ vm, graph }: NodeFailure): NeverReason | undefined {
  const node = pinnedNode(vm, graph);
  return (
    node && {
      id: 'pinned-to-node',
      because: `The VM may run on the node ${node.name} only`,
      change: `The removal of ${node.path} would change it.`,
      origin: { kind: OriginKind.FIELD, says: node.path, manifest: vm.manifest, path: node.path, value: node.value },
      isCertain: true,
    }
  );
}

function onlyZone(zone: string): NeverReason {
  return {
    id: 'only-zone',
    because: zone === '' ? 'The nodes have no zones: with all of them lost none is left' : 'All nodes are in this zone: none is left',
    change: 'Nodes in another zone, with the label topology.kubernetes.io/zone, would change it.',
    origin: behaviour('a cluster in one zone'),
    isCertain: true,
  };
}

/** A VM that selects the nodes of one zone does not leave it. */
function boundToZone(vm: VirtualMachineView, zone: string, { nodes }: Surroundings): NeverReason | undefined {
  if (nodes.some((node) => (node.zone ?? '') !== zone && mayRun(vm, node))) {
    return undefined;
  }
  const path = vm.path('nodeSelector');
  return {
    id: 'bound-to-zone',
    because: 'No node of another zone takes the VM',
    change: 'Another nodeSelector, or tolerations, would change it.',
    origin: { kind: OriginKind.FIELD, says: 'nodeSelector', manifest: vm.manifest, path, value: vm.spec.nodeSelector },
    isCertain: true,
  };
}
