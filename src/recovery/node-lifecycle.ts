import { DETECTION_BY_NEW_LEADER, LEADER_ELECTIONS, LEAVES_SERVICES, NODE_DETECTION, POD_PASSES, ZONE_EVICTION } from '../facts';
import { between, type Duration, type EventGraph, exactly, never, plus } from './event-graph';
import { addHandOver } from './hand-over';
import type { NeverReason, Origin } from './recovery';
import { controllerBehaviour, type Surroundings } from './surroundings';

/** Which nodes are lost at once, and which of them is looked at. */
export interface NodesLost {
  /** Nodes of its zone that are lost, itself included. */
  readonly lost: number;
  /** Nodes of its zone. */
  readonly zoneSize: number;
  /** When its turn comes among the lost ones of its zone, from 1 on. */
  readonly place: number;
  /** Whether no node of the cluster is left. */
  readonly isLast: boolean;
  /** Whether it may be one of the control plane, with a leader on it. */
  readonly isControlPlane: boolean;
}

/** How long the pods of a VM stay on a node that is lost. */
export interface Toleration {
  /** Infinity: for ever. */
  readonly seconds: number;
  readonly origin: Origin;
}

export const ONE_NODE: NodesLost = { lost: 1, zoneSize: 1, place: 1, isLast: false, isControlPlane: false };

const LEADER_ELECTION = 'https://github.com/kubernetes/client-go/blob/master/tools/leaderelection/leaderelection.go';

/** Adds `node-unknown`: the control plane takes the node for lost. */
export function addDetection(events: EventGraph, nodes: NodesLost, surroundings: Surroundings): void {
  const { grace, monitorPeriod } = surroundings;
  const { seconds } = grace;
  const election = surroundings.cluster.isOpenshift ? LEADER_ELECTIONS.openshiftControllerManager : LEADER_ELECTIONS.upstream;
  const leader = { id: 'controller-manager-takes-over', actor: 'kube-controller-manager', election, reference: LEADER_ELECTION };
  const after = nodes.isControlPlane ? [addHandOver(events, leader)] : [];
  const { earlier, later, pass } = NODE_DETECTION;
  // A new leader counts from when it begins.
  const late = nodes.isControlPlane ? DETECTION_BY_NEW_LEADER : monitorPeriod + later;
  const passes = (silent: number) => Math.ceil(silent / monitorPeriod) * (monitorPeriod + pass);
  const busy = monitorPass(nodes, surroundings);
  events.add({
    id: 'node-unknown',
    actor: 'kube-controller-manager',
    what: 'The lease of the node expires: Ready turns Unknown',
    after,
    duration: { best: seconds.best - earlier, worst: passes(seconds.worst) + late + busy, certain: passes(seconds.certain) + late },
    origin: grace.origin,
    assumptions: surroundings.assumptions,
  });
}

/** Seconds of the passes in which the pods of the other lost nodes are marked, before it is the turn of this one. */
export function monitorPass({ lost }: NodesLost, surroundings: Surroundings): number {
  return lost === 1 ? 0 : markingOf(lost - 1, surroundings);
}

/** Seconds in which the pods of some full nodes are marked not ready: each is a status and an event, out of one budget of calls. */
function markingOf(nodes: number, { podsPerNode, calls }: Surroundings): number {
  const { nodesAtOnce, marking } = POD_PASSES;
  const pods = nodes * podsPerNode;
  const byCalls = (pods * (1 + 1 / Math.min(nodesAtOnce, nodes)) - calls.burst) / calls.qps;
  return Math.max(0, byCalls, Math.ceil(nodes / nodesAtOnce) * podsPerNode * marking);
}

/** Adds `out-of-services`: the pods of the node are not ready any more. A pod that is deleted at the same moment may be a pass late. */
export function addServiceRemoval(events: EventGraph, nodes: NodesLost, toleration: Toleration, surroundings: Surroundings): void {
  const { podsPerNode, calls, monitorPeriod } = surroundings;
  const conflict = toleration.seconds === 0 ? monitorPeriod : 0;
  events.add({
    id: 'out-of-services',
    actor: 'kube-controller-manager',
    what: 'The pods of the node turn not ready and leave their Services',
    after: ['node-unknown'],
    duration: between(0, markingOf(nodes.lost, surroundings) + LEAVES_SERVICES + conflict),
    origin: controllerBehaviour(`up to ${podsPerNode} pods a node, ${calls.qps} calls a second`),
  });
}

/** Adds `tainted` and `evicted`: the pod of the VM is marked for deletion. */
export function addEviction(events: EventGraph, nodes: NodesLost, toleration: Toleration, surroundings: Surroundings): void {
  events.add({
    id: 'tainted',
    actor: 'kube-controller-manager',
    what: 'The node gets the taint that evicts its pods',
    after: ['node-unknown'],
    duration: plus(surroundings.taint, turn(nodes, surroundings, events.endOf('node-unknown'))),
    origin: controllerBehaviour(turnInWords(nodes, surroundings)),
    never: isHeldBack(nodes, surroundings) ? heldBack(nodes, surroundings) : undefined,
  });
  events.add({
    id: 'evicted',
    actor: 'kube-controller-manager',
    what: 'The pod of the VM is marked for deletion',
    after: ['tainted'],
    duration: plus(exactly(toleration.seconds), between(0, evictionLagInTurn(nodes, surroundings))),
    origin: toleration.origin,
    never: toleration.seconds === Infinity ? toleratesForEver(toleration.origin) : undefined,
  });
}

/** Seconds that a number of calls for each pod of the lost nodes take at most, where these are full. */
export function callsFor(each: number, { lost }: NodesLost, { podsPerNode, calls }: Surroundings): number {
  return Math.max(0, (each * lost * podsPerNode - calls.burst) / calls.qps);
}

/** Seconds from the end of a toleration to the last deletion of a pod: each is read, marked and deleted. */
export function evictionLag(nodes: NodesLost, surroundings: Surroundings): number {
  return POD_PASSES.lag + surroundings.podsPerNode * POD_PASSES.deletion + callsFor(3, nodes, surroundings);
}

/** The same of a node that has its turn, behind what is left of the pods of the nodes before. */
function evictionLagInTurn(nodes: NodesLost, surroundings: Surroundings): number {
  const lag = (lost: number) => evictionLag({ ...nodes, lost }, surroundings);
  return Math.max(lag(1), lag(nodes.place) - (nodes.place - 1) / surroundings.eviction.rate);
}

/** How long a lost node waits for its turn, when it is noticed within some time. */
function turn(nodes: NodesLost, surroundings: Surroundings, noticed: Duration): Duration {
  const { rate, secondaryRate } = surroundings.eviction;
  const usual = (nodes.place - 1) / rate;
  if (isHeldBack(nodes, surroundings)) {
    return mayBeInTime(nodes, usual, noticed) ? { best: usual, worst: Infinity, certain: Infinity } : never(heldBack(nodes, surroundings));
  }
  // The slow turns begin when the zone counts as partly lost, up to one turn after the first node.
  return between(usual, isPartlyLost(nodes) && nodes.place > 1 ? 1 / rate + (nodes.place - 1) / secondaryRate : usual);
}

function turnInWords(nodes: NodesLost, { eviction }: Surroundings): string {
  const rate = isPartlyLost(nodes) ? eviction.secondaryRate : eviction.rate;
  return nodes.place === 1 ? 'the first node of its zone' : `node ${nodes.place} of its zone, ${rate} nodes a second`;
}

/** More than two nodes of a zone and 55 % of it are lost, but not all. */
function isPartlyLost({ lost, zoneSize }: NodesLost): boolean {
  return lost < zoneSize && lost > ZONE_EVICTION.mostHealthyLost && lost / zoneSize >= ZONE_EVICTION.unhealthyShare;
}

/** Whether the node may never get its taint: the first of a zone may get it before the zone counts as partly lost. */
function isHeldBack(nodes: NodesLost, { eviction }: Surroundings): boolean {
  return nodes.isLast || (isPartlyLost(nodes) && nodes.zoneSize <= eviction.largeZone);
}

/**
 * Whether a node may have its turn before the pass is over that finds so many lost that its zone is held back: where it is noticed as much
 * later than the first as its turn comes later. Of a cluster without nodes any of a zone may.
 */
function mayBeInTime(nodes: NodesLost, turnComes: number, { best, worst }: Duration): boolean {
  return nodes.isLast || (!isPartlyLost({ ...nodes, lost: nodes.place - 1 }) && turnComes <= worst - best);
}

function heldBack(nodes: NodesLost, surroundings: Surroundings): NeverReason {
  const { eviction } = surroundings;
  const because = nodes.isLast
    ? 'No node of the cluster is left, so none of them gets the taint that evicts pods'
    : `${nodes.lost} of the ${nodes.zoneSize} nodes of the zone are lost, and of a zone with ${eviction.largeZone} nodes or fewer only the first may be evicted then`;
  return {
    id: nodes.isLast ? 'all-zones-lost' : 'zone-partly-lost',
    because,
    change: nodes.isLast
      ? `${returnInWords(nodes, surroundings)} would change it: the first of the others gets the taint within ${taintAfterReturn(nodes, surroundings)} s then.`
      : 'The label node.kubernetes.io/exclude-disruption on the nodes, or --large-cluster-size-threshold=0 with --secondary-node-eviction-rate=0.1, would change it.',
    origin: controllerBehaviour('the eviction of zones that are partly lost'),
    isCertain: true,
  };
}

/** How many nodes have to return to a zone without nodes before the others are tainted: until then it counts as partly lost. */
export function nodesToReturn(nodes: NodesLost, surroundings: Surroundings): number {
  let returned = 1;
  while (isHeldBack(after(returned, nodes), surroundings)) {
    returned++;
  }
  return returned;
}

/** Seconds in which the first of the nodes that wait gets its taint, once enough nodes have returned: at the next look, and a turn later. */
export function taintAfterReturn(nodes: NodesLost, surroundings: Surroundings): number {
  const { rate, secondaryRate } = surroundings.eviction;
  const left = after(nodesToReturn(nodes, surroundings), nodes);
  return surroundings.monitorPeriod + 1 / (isPartlyLost(left) ? secondaryRate : rate);
}

/** What is lost when some nodes have returned: none of the others is the first. */
function after(returned: number, nodes: NodesLost): NodesLost {
  return { ...nodes, lost: nodes.lost - returned, place: 2, isLast: false };
}

function returnInWords(nodes: NodesLost, surroundings: Surroundings): string {
  const count = nodesToReturn(nodes, surroundings);
  return count === 1 ? 'A node that returns' : `The return of ${count} nodes`;
}

function toleratesForEver(origin: Origin): NeverReason {
  return {
    id: 'tolerates-for-ever',
    because: 'The VM tolerates a lost node for ever, so its pod is not marked for deletion',
    change: 'tolerationSeconds would change it.',
    origin,
    isCertain: true,
  };
}
