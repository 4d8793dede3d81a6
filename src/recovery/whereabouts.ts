import { accessModesOf, instancetypeOf, matchesNodeTerm, onlyNodeOf, pinnedNode, toleratesAll, volumePlaces } from '../admission';
import { KubevirtNodeLabel, VolumeReach } from '../facts';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { type EventGraph, never } from './event-graph';
import type { Place } from './health-checks';
import { behaviour } from './origins';
import type { NeverReason, Origin } from './recovery';
import { StepOrigin } from './step-origin';
import type { NodeFacts, Surroundings } from './surroundings';

/** Where a VM may be. */
interface Whereabouts {
  /** The nodes that take it; none: unknown, or none of those that are known. */
  readonly nodes: readonly NodeFacts[];
  /** One of each kind of them; undefined: some worker, of which nothing is known. */
  readonly places: readonly Place[];
}

const NOWHERE: Whereabouts = { nodes: [], places: [undefined] };

/** By the VM, which is asked for again and again, and by what it demands: many VMs ask for the same nodes. */
interface KnownWhereabouts {
  readonly byVm: WeakMap<VirtualMachineView, Whereabouts>;
  readonly byDemands: Map<string, Whereabouts>;
}

const whereabouts = new WeakMap<Surroundings, KnownWhereabouts>();

/** Where a VM may be. */
export function whereaboutsOf(vm: VirtualMachineView, graph: ManifestGraph, surroundings: Surroundings): Whereabouts {
  if (surroundings.nodes.length === 0) {
    return NOWHERE;
  }
  const known = whereabouts.get(surroundings) ?? { byVm: new WeakMap(), byDemands: new Map() };
  whereabouts.set(surroundings, known);
  const found = known.byVm.get(vm) ?? byDemands(demandsOf(vm, graph), surroundings, known);
  known.byVm.set(vm, found);
  return found;
}

function byDemands(demands: Demands, surroundings: Surroundings, known: KnownWhereabouts): Whereabouts {
  const key = JSON.stringify(demands);
  const found = known.byDemands.get(key) ?? findWhereabouts(demands, surroundings);
  known.byDemands.set(key, found);
  return found;
}

/** What a VM demands of its node, as its author and its volumes say. */
interface Demands {
  readonly selector: Readonly<Record<string, unknown>>;
  /** Alternatives each, of which a node has to match one. */
  readonly terms: readonly (readonly Record<string, any>[])[];
  readonly tolerations: readonly Record<string, any>[];
}

function demandsOf(vm: VirtualMachineView, graph: ManifestGraph): Demands {
  const { nodeSelector, affinity, tolerations } = vm.spec;
  const byInstancetype: unknown = instancetypeOf(vm, graph)?.nodeSelector;
  const required: unknown = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const ofVolumes = volumePlaces(vm, graph).flatMap(({ terms }) => (terms === undefined ? [] : [terms]));
  return {
    selector: { ...(isObject(byInstancetype) ? byInstancetype : {}), ...(isObject(nodeSelector) ? nodeSelector : {}) },
    terms: [...(isObject(required) ? [objectsOf(required.nodeSelectorTerms)] : []), ...ofVolumes],
    tolerations: objectsOf(tolerations),
  };
}

function findWhereabouts(demands: Demands, surroundings: Surroundings): Whereabouts {
  // Where no node has the label of virt-handler, nobody has asked the nodes.
  const isAsked = surroundings.nodes.some(({ labels }) => Object.hasOwn(labels, KubevirtNodeLabel.SCHEDULABLE));
  const nodes = surroundings.nodes.filter(
    (node) => takes(node, demands) && (!isAsked || Object.hasOwn(node.labels, KubevirtNodeLabel.SCHEDULABLE)),
  );
  const kinds = new Map<string, NodeFacts>();
  for (const node of nodes.length > 0 ? nodes : surroundings.nodes) {
    kinds.set(node.likeness, kinds.get(node.likeness) ?? node);
  }
  return { nodes, places: [...kinds.values()] };
}

function takes(node: NodeFacts, { selector, terms, tolerations }: Demands): boolean {
  return (
    Object.entries(selector).every(([key, value]) => node.labels[key] === value) &&
    terms.every((alternatives) => alternatives.some((term) => matchesNodeTerm(term, node))) &&
    toleratesAll(tolerations, node.taints)
  );
}

/** Why no other node takes a VM than the one that it is on; undefined: one does, as far as is known. */
export function boundToNode(
  vm: VirtualMachineView,
  place: Place,
  graph: ManifestGraph,
  surroundings: Surroundings,
): NeverReason | undefined {
  return boundAnywhere(vm, graph) ?? noOtherNode(vm, place, graph, surroundings) ?? aloneInZone(vm, place, graph, surroundings);
}

/** Why a VM does not leave a zone all of which is lost; undefined: it does, as far as is known. */
export function boundToZone(
  vm: VirtualMachineView,
  zone: string,
  graph: ManifestGraph,
  surroundings: Surroundings,
): NeverReason | undefined {
  return noOtherZone(vm, zone, graph, surroundings) ?? boundAnywhere(vm, graph) ?? volumeInZone(vm, graph, '');
}

/** Why a VM does not leave its node, whichever that is. */
export function boundAnywhere(vm: VirtualMachineView, graph: ManifestGraph): NeverReason | undefined {
  return pinned(vm, graph) ?? volumeOnNode(vm, graph) ?? volumeOnHost(vm, graph) ?? diskOfHost(vm);
}

function pinned(vm: VirtualMachineView, graph: ManifestGraph): NeverReason | undefined {
  const node = pinnedNode(vm, graph);
  return (
    node && {
      id: 'pinned-to-node',
      because: `The VM may run on the node ${node.name} only`,
      change: `The removal of ${node.path} would change it.`,
      origin: { kind: StepOrigin.FIELD, says: node.path, manifest: vm.manifest, path: node.path, value: node.value },
      isCertain: true,
    }
  );
}

/** A volume that says itself which node it is on. */
function volumeOnNode(vm: VirtualMachineView, graph: ManifestGraph): NeverReason | undefined {
  for (const { index, terms = [] } of volumePlaces(vm, graph)) {
    const node = onlyNodeOf(terms);
    if (node !== undefined) {
      return keptByVolume(vm, index, { id: 'volume-on-node', where: `is on the node ${node}`, isCertain: true });
    }
  }
  return undefined;
}

/** A volume whose storage is on the disks of one host, as a rule: one that several nodes can use is not. */
function volumeOnHost(vm: VirtualMachineView, graph: ManifestGraph): NeverReason | undefined {
  const kept = volumePlaces(vm, graph).find(
    ({ index, reach }) => reach === VolumeReach.HOST && accessModesOf(vm, index, graph)?.modes.includes('ReadWriteMany') !== true,
  );
  return kept && keptByVolume(vm, kept.index, { id: 'volume-on-host', where: 'is on the disks of one host', isCertain: false });
}

/** A file of the host: on another one it is missing, or made anew. */
function diskOfHost(vm: VirtualMachineView): NeverReason | undefined {
  const index = vm.volumes.findIndex(({ hostDisk }) => isObject(hostDisk) && hostDisk.shared !== true);
  return index < 0
    ? undefined
    : keptByVolume(vm, index, { id: 'disk-of-host', where: 'is a file of its host, which others do not have', isCertain: false });
}

/** What is in a zone as a rule is in that of the other nodes, too, or stays away with it. */
function volumeInZone(vm: VirtualMachineView, graph: ManifestGraph, besides: string): NeverReason | undefined {
  const kept = volumePlaces(vm, graph).find(({ reach }) => reach === VolumeReach.ZONE);
  return kept && keptByVolume(vm, kept.index, { id: 'volume-in-zone', where: `is in one zone${besides}`, isCertain: false });
}

function keptByVolume(
  vm: VirtualMachineView,
  index: number,
  { id, where, isCertain }: { readonly id: string; readonly where: string; readonly isCertain: boolean },
): NeverReason {
  const path = vm.path(`volumes[${index}]`);
  const volume = vm.volumes[index];
  return {
    id,
    because: `The volume "${volume.name}" ${where}`,
    change: 'A volume that other nodes can use would change it.',
    origin: { kind: StepOrigin.FIELD, says: `volume "${volume.name}"`, manifest: vm.manifest, path, value: volume.name },
    isCertain,
  };
}

function noOtherNode(vm: VirtualMachineView, place: Place, graph: ManifestGraph, surroundings: Surroundings): NeverReason | undefined {
  const { nodes } = whereaboutsOf(vm, graph, surroundings);
  if (place === undefined || nodes.length === 0 || nodes.some(({ name }) => name !== place.name)) {
    return undefined;
  }
  const isOnly = surroundings.nodes.length === 1;
  return {
    id: 'no-other-node',
    because: isOnly ? 'The cluster has no other node for VMs' : `No other node than ${place.name} takes the VM`,
    change: isOnly ? 'Another node would change it.' : 'Another node that it selects and tolerates would change it.',
    origin: isOnly ? behaviour('a cluster with one node') : selecting(vm),
    isCertain: true,
  };
}

function aloneInZone(vm: VirtualMachineView, place: Place, graph: ManifestGraph, surroundings: Surroundings): NeverReason | undefined {
  const { nodes } = whereaboutsOf(vm, graph, surroundings);
  const isAlone = place?.zone !== undefined && !nodes.some(({ name, zone }) => name !== place.name && zone === place.zone);
  return isAlone ? volumeInZone(vm, graph, `, of which ${place.name} is the only node for the VM`) : undefined;
}

/** A VM that selects the nodes of one zone does not leave it. */
function noOtherZone(vm: VirtualMachineView, lost: string, graph: ManifestGraph, surroundings: Surroundings): NeverReason | undefined {
  const { nodes } = whereaboutsOf(vm, graph, surroundings);
  return nodes.length === 0 || nodes.some(({ zone = '' }) => zone !== lost)
    ? undefined
    : {
        id: 'bound-to-zone',
        because: 'No node of another zone takes the VM',
        change: 'Another nodeSelector or affinity, tolerations, or volumes that reach further would change it.',
        origin: selecting(vm),
        isCertain: true,
      };
}

/** The first field by which a VM selects nodes. */
function selecting(vm: VirtualMachineView): Origin {
  const name = ['nodeSelector', 'affinity'].find((field) => vm.spec[field] !== undefined) ?? 'tolerations';
  return { kind: StepOrigin.FIELD, says: name, manifest: vm.manifest, path: vm.path(name), value: vm.spec[name] };
}

/** Adds, behind all that is there, that no node takes the VM: `held`. */
export function addHeld(events: EventGraph, reason: NeverReason): void {
  events.add({
    id: 'held',
    actor: 'kube-scheduler',
    what: reason.because,
    after: [events.last.id],
    duration: never(reason),
    origin: reason.origin,
    never: reason,
  });
}
