import { FailureClass, START_BACK_OFF } from '../facts';
import type { HealthCheckView, ManifestGraph, VirtualMachineView } from '../graph';
import { isServed, routerDelay } from './clients';
import { EventGraph, exactly, never } from './event-graph';
import { type Attempt, addFencing, attemptsOf, type FencingTarget } from './fencing';
import { type Place, type Watch, watchesOf } from './health-checks';
import { notRestarted, tolerationOf } from './machine';
import { addDetection, addEviction, addServiceRemoval, type NodesLost, ONE_NODE } from './node-lifecycle';
import { behaviour } from './origins';
import { anyOf, type Course, type Outcome, oneAfterTheOther, outcomeOf, quickestOf } from './outcome';
import type { NeverReason } from './recovery';
import { Removal, releaseOf } from './remediators';
import { addRestart } from './restart';
import type { NodeFacts, Surroundings } from './surroundings';
import { addHeld, boundAnywhere, boundToNode, boundToZone, whereaboutsOf } from './whereabouts';

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

/** The loss of one node: the VM may be on any of those that take it. */
export function nodeOutcome(failed: NodeFailure): Outcome {
  const { vm, graph, surroundings } = failed;
  return anyOf(
    whereaboutsOf(vm, graph, surroundings).places.map((place) =>
      outcomeAt(
        failed,
        place,
        { ...ONE_NODE, isControlPlane: place?.isControlPlane === true },
        boundToNode(vm, place, graph, surroundings),
      ),
    ),
  );
}

const PRESUMED_ZONES = 3;

/** Label of nodes whose loss does not make their zone a disrupted one. */
const EXCLUDED_FROM_DISRUPTION = 'node.kubernetes.io/exclude-disruption';

/** The loss of a zone: its last node waits longest. */
export function zoneOutcome(failed: NodeFailure): Outcome {
  const { surroundings, vm, graph, extent } = failed;
  const zones = zonesOf(surroundings);
  if (zones.size === 0) {
    const size = Math.ceil((surroundings.workers ?? PRESUMED_ZONES) / PRESUMED_ZONES);
    const nodes = { ...ONE_NODE, lost: size, zoneSize: size, place: size };
    const what = `The workers are in ${PRESUMED_ZONES} zones of the same size`;
    const assumption = { id: 'zones', what, say: 'Nodes with their labels in the profile' };
    const { told, outage } = outcomeAt(failed, undefined, nodes, boundToZone(vm, '', graph, surroundings));
    return { outage, told: { ...told, assumptions: [assumption] } };
  }
  const places = new Set(whereaboutsOf(vm, graph, surroundings).places.flatMap((place) => place?.zone ?? ''));
  return anyOf(
    [...zones]
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
        const bound = isLast ? onlyZone(zone) : isWhole ? boundToZone(vm, zone, graph, surroundings) : boundAnywhere(vm, graph);
        const { told, outage } = outcomeAt(failed, members[0], nodes, bound);
        return { outage, told: { ...told, place: zone.replace(/^\//, '') } };
      }),
  );
}

const zonesBySurroundings = new WeakMap<Surroundings, ReadonlyMap<string, readonly NodeFacts[]>>();

function zonesOf(surroundings: Surroundings): ReadonlyMap<string, readonly NodeFacts[]> {
  const known = zonesBySurroundings.get(surroundings);
  if (known !== undefined) {
    return known;
  }
  const zones = new Map<string, NodeFacts[]>();
  for (const node of surroundings.nodes) {
    const members = zones.get(node.zone ?? '') ?? [];
    zones.set(node.zone ?? '', members);
    members.push(node);
  }
  zonesBySurroundings.set(surroundings, zones);
  return zones;
}

/** What becomes of a VM on one node: several health checks remediate it side by side. */
function outcomeAt(failed: NodeFailure, place: Place, nodes: NodesLost, bound: NeverReason | undefined): Outcome {
  const { graph, surroundings, failure } = failed;
  const watches = watchesOf(place, nodes, graph, surroundings);
  const outcome =
    watches.length === 0 ? outcomeOf(unfenced(failed, nodes)) : quickestOf(watches.map((watch) => fenced(failed, place, nodes, watch)));
  return bound === undefined || failure === FailureClass.KUBELET ? outcome : held(outcome, bound);
}

/** A VM that no other node takes. */
function held({ told }: Outcome, reason: NeverReason): Outcome {
  addHeld(told.events, reason);
  return outcomeOf(told);
}

function begun({ vm, surroundings }: NodeFailure, nodes: NodesLost): EventGraph {
  const events = new EventGraph();
  addDetection(events, nodes, surroundings);
  const toleration = tolerationOf(vm, surroundings.defaultToleration);
  addServiceRemoval(events, nodes, toleration, surroundings);
  addEviction(events, nodes, toleration, surroundings);
  return events;
}

function fenced(failed: NodeFailure, place: Place, nodes: NodesLost, watch: Watch): Outcome {
  const { vm, failure, graph, surroundings } = failed;
  const isPowerless = failure === FailureClass.NODE_LOSS || failure === FailureClass.ZONE_LOSS;
  const target = { vm, place, nodes, isPowerless };
  const attempts = attemptsOf(watch, target, graph, surroundings);
  const courses = (attempts.length === 0 ? [undefined] : attempts).map((attempt) => fencedBy(failed, watch, attempt, target));
  return oneAfterTheOther(courses.map(outcomeOf));
}

function fencedBy(failed: NodeFailure, watch: Watch, attempt: Attempt | undefined, target: FencingTarget): Course {
  const { vm, failure, graph, surroundings } = failed;
  const { nodes, place } = target;
  const events = begun(failed, nodes);
  addFencing(events, watch, attempt, target, graph, surroundings);
  const steps = attempt === undefined ? [] : [...attempt.before, attempt.remediator];
  const isUntouched = !Number.isFinite(events.endOf('unhealthy').best) || steps.every((step) => step.never !== undefined);
  if (failure === FailureClass.KUBELET && isUntouched && !isServed(vm, graph)) {
    return runningOn();
  }
  addRestart(events, vm, graph, surroundings, {
    after: 'pods-gone',
    ending: 'failed',
    release: releaseOf(attempt?.remediator.removal ?? Removal.FORCED),
    strategy: attempt?.remediator.strategy,
    mayBeTainted: [...(attempt?.before ?? []), ...(attempt?.later ?? [])].some(({ removal }) => removal === Removal.OUT_OF_SERVICE),
    losesScheduler: nodes.isControlPlane,
    starting: nodes.lost * machinesOnNode(graph, surroundings),
    startsInVain: nodes.lost === 1 ? 0 : startsInVain(events),
  });
  return { events, ...downOf(failed, events, attempt), place: place?.name };
}

/** A VM that is freed before the last node of its zone is known to be lost may get a node of that zone again. */
function startsInVain(events: EventGraph): number {
  const freed = events.endOf('pods-gone').best;
  const each = freed - events.endOf('node-unknown').best + START_BACK_OFF.unit;
  const left = events.endOf('node-unknown').worst - freed;
  return left > 0 ? Math.ceil(left / each) : 0;
}

/** A dead kubelet takes its VMs out of Services; without one they work until the remediation takes the host down. */
function downOf(
  { failure, vm, graph, surroundings }: NodeFailure,
  events: EventGraph,
  attempt: Attempt | undefined,
): Pick<Course, 'down' | 'downAtLatest' | 'downWithin'> {
  if (failure !== FailureClass.KUBELET) {
    return {};
  }
  // The host is taken down at some time while it is remediated.
  const { id = 'unhealthy' } = attempt?.remediator ?? {};
  const downAtLatest = Number.isFinite(events.endOf(id).best) ? id : 'unhealthy';
  const router = routerDelay(vm, graph, surroundings)?.seconds ?? 0;
  const downWithin = events.endOf('out-of-services').worst - events.endOf('node-unknown').worst + router;
  return isServed(vm, graph) ? { down: 'node-unknown', downWithin } : { down: 'unhealthy', downAtLatest };
}

/** Nothing takes the host down, and no Service leaves the VM out. */
function runningOn(): Course {
  const events = new EventGraph();
  events.add({
    id: 'answers',
    actor: 'guest',
    what: 'The VM runs on: nobody takes its host down',
    duration: exactly(0),
    origin: behaviour('a VM whose kubelet is dead'),
  });
  return { events, staysUp: true };
}

function machinesOnNode(graph: ManifestGraph, { workers, podsPerNode }: Surroundings): number {
  const machines = graph.virtualMachines.length;
  return Math.min(podsPerNode, workers === undefined || workers < 2 ? machines : Math.ceil(machines / (workers - 1)));
}

function unfenced(failed: NodeFailure, nodes: NodesLost): Course {
  const { vm, failure, checks, graph, surroundings } = failed;
  const events = begun(failed, nodes);
  const isKubelet = failure === FailureClass.KUBELET;
  if (isKubelet && !isServed(vm, graph)) {
    return runningOn();
  }
  const reason = noFencing(checks, surroundings);
  events.add({
    id: 'pods-gone',
    actor: 'nobody',
    what: isKubelet ? 'The kubelet comes back' : 'It is made certain that the node does not run the VM any more',
    after: ['node-unknown'],
    duration: never(reason),
    origin: reason.origin,
    never: reason,
  });
  const stays = isKubelet ? undefined : notRestarted(vm, 'failed');
  if (stays !== undefined) {
    const duration = never(stays);
    const step = { id: 'next-instance', actor: 'virt-controller', what: stays.because, after: ['pods-gone'] };
    events.add({ ...step, duration, origin: stays.origin, never: stays });
  }
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

function onlyZone(zone: string): NeverReason {
  return {
    id: 'only-zone',
    because: zone === '' ? 'The nodes have no zones: with all of them lost none is left' : 'All nodes are in this zone: none is left',
    change: 'Nodes in another zone, with the label topology.kubernetes.io/zone, would change it.',
    origin: behaviour('a cluster in one zone'),
    isCertain: true,
  };
}
