import { FORCED_DELETION, NODE_DELETION, POD_GARBAGE_COLLECTION, SELF_NODE_REMEDIATION_LAG } from '../facts';
import type { VirtualMachineView } from '../graph';
import { between, type Duration, type EventGraph, never, plus } from './event-graph';
import { outOfServiceToleration, toleratesOutOfService } from './machine';
import { callsFor, evictionLag, monitorPass, type NodesLost } from './node-lifecycle';
import { behaviour } from './origins';
import type { RecoveryAssumption } from './reasons';
import { type Remediator, Removal } from './remediators';
import type { Surroundings } from './surroundings';

const POD_GC = 'https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/podgc/gc_controller.go';

/** Adds all from a node that is fenced to pods that are gone: `pods-gone`. */
export function addRemoval(
  events: EventGraph,
  { id, removal }: Remediator,
  { vm, nodes }: { readonly vm: VirtualMachineView; readonly nodes: NodesLost },
  surroundings: Surroundings,
): void {
  const isTainted = removal === Removal.OUT_OF_SERVICE;
  const tolerated = isTainted ? toleratesOutOfService(vm) : undefined;
  const after = isTainted && tolerated === undefined ? addMark(events, vm, id) : id;
  const isAgent = id === 'self-node-remediation';
  // Pods that are not marked for deletion yet are so first.
  const isEvicted = after !== id || events.endOf('evicted').worst <= events.endOf(id).best;
  const poll = isAgent ? SELF_NODE_REMEDIATION_LAG.poll : 0;
  events.add({
    id: 'pods-gone',
    actor: removal === Removal.FORCED ? 'remediation' : 'kube-controller-manager',
    what: REMOVALS[removal],
    after: [after],
    duration: tolerated === undefined ? plus(removalOf(removal, isEvicted, nodes, surroundings), between(0, poll)) : never(tolerated),
    origin: tolerated?.origin ?? behaviour('garbage collection of pods: every 20 s, of deleted nodes after 40 s', POD_GC),
    assumptions: isAgent && isTainted && !isEvicted ? [TAINT_STAYS] : [],
    never: tolerated,
  });
}

/**
 * The agents take their taint away where no pod of the node is marked for deletion and no volume is attached to it, and look at once.
 *
 * @see https://github.com/medik8s/self-node-remediation/blob/main/internal/controller/selfnoderemediation_controller.go
 */
const TAINT_STAYS: RecoveryAssumption = {
  id: 'taint-stays',
  what: 'A volume is attached to the node: without one, self node remediation may take its taint away before the pods are marked for deletion, and they stay',
  say: 'tolerationSeconds by which pods are marked before',
};

/** A VM that tolerates the taint for nodes that are out of service is removed later, or for not being reached. */
function addMark(events: EventGraph, vm: VirtualMachineView, after: string): string {
  const { seconds, origin } = outOfServiceToleration(vm);
  if (seconds === 0) {
    return after;
  }
  const [evicted, fenced] = [events.endOf('evicted'), events.endOf(after)];
  const left = (bound: keyof Duration) =>
    Math.max(0, Math.min(seconds, evicted[bound] === Infinity ? Infinity : evicted[bound] - fenced[bound]));
  events.add({
    id: 'marked',
    actor: 'kube-controller-manager',
    what: 'The pod tolerates that its node is out of service, until it is marked for deletion by that taint or for not being reached',
    after: [after],
    duration: { best: left('best'), worst: left('worst'), certain: left('certain') },
    origin,
  });
  return 'marked';
}

const REMOVALS: Readonly<Record<Removal, string>> = {
  [Removal.OUT_OF_SERVICE]: 'The node is tainted as out of service, and its pods are removed',
  [Removal.FORCED]: 'The pods of the node are deleted by force',
  [Removal.NODE_DELETED]: 'The object of the node is deleted, and its pods are removed',
};

function removalOf(removal: Removal, isEvicted: boolean, nodes: NodesLost, surroundings: Surroundings): Duration {
  const { period, quarantine } = POD_GARBAGE_COLLECTION;
  switch (removal) {
    case Removal.FORCED:
      return between(0, FORCED_DELETION);
    case Removal.OUT_OF_SERVICE:
      return between(0, period + collecting(nodes, surroundings, isEvicted));
    case Removal.NODE_DELETED:
      return plus(
        between(NODE_DELETION.earliest, NODE_DELETION.latest),
        // What has seen that the node is gone comes again when the quarantine ends, and may be a moment too early.
        between(quarantine, quarantine + 2 * period + collecting(nodes, surroundings, true)),
      );
  }
}

/**
 * Seconds until the pods of a node are collected, behind those of the other lost ones: these are either noticed while that is done, or
 * have begun as much earlier as this node has waited to be noticed.
 */
function collecting(nodes: NodesLost, surroundings: Surroundings, isEvicted: boolean): number {
  const { pass, period } = POD_GARBAGE_COLLECTION;
  const collected = (some: NodesLost) => Math.max(pass, callsFor(CALLS.collection, some, surroundings));
  const own = collected({ ...nodes, lost: 1 });
  const earlier = monitorPass(nodes, surroundings);
  if (isEvicted) {
    return Math.max(own, collected(nodes) - earlier);
  }
  // What is marked within a period is collected together.
  const last = nodes.lost === 1 ? own : Math.max(own, (period * CALLS.collection) / CALLS.eviction);
  return last + Math.max(evictionLag({ ...nodes, lost: 1 }, surroundings), evictionLag(nodes, surroundings) - earlier);
}

/** Calls to the API server for each pod. */
const CALLS = { collection: 2, eviction: 3 } as const;
