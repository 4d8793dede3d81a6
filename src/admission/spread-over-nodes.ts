import { HOST_NAME_LABEL } from '../facts';
import { eachObjectOnce, isObject, type ManifestGraph, matchLabelSelector, objectsOf, type VirtualMachineView } from '../graph';
import { podsOf } from './disruption-budgets';

const FIELD = 'affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution';
const NOT_STARTED = ['Halted', 'Manual'];

/** Running VMs none of which may share a node with another of them, by one and the same term. */
export interface SpreadOverNodes {
  /** How many pods they have: so many nodes they need. */
  readonly pods: number;
  /** The first of them, and where its term is. */
  readonly vm: VirtualMachineView;
  readonly path: string;
  readonly term: Record<string, any>;
}

/** The sets of VMs that have to run on as many nodes as they are. */
export function spreadsOverNodes(graph: ManifestGraph): SpreadOverNodes[] {
  const spreads = new Map<string, SpreadOverNodes>();
  for (const vm of eachObjectOnce(graph.virtualMachines, graph).filter(mayRun)) {
    for (const [index, term] of objectsOf(requiredTerms(vm)).entries()) {
      if (keepsFromItsLike(vm, term)) {
        const key = `${vm.namespace ?? ''}\n${JSON.stringify(term.labelSelector)}`;
        const known = spreads.get(key) ?? { pods: 0, vm, path: vm.path(`${FIELD}[${index}]`), term };
        spreads.set(key, { ...known, pods: known.pods + podsOf(vm) });
      }
    }
  }
  return [...spreads.values()];
}

/** Whether it runs together with the others, unless somebody decides otherwise. */
function mayRun({ vmSpec }: VirtualMachineView): boolean {
  return vmSpec?.running !== false && !NOT_STARTED.includes(vmSpec?.runStrategy);
}

function requiredTerms(vm: VirtualMachineView): unknown {
  const { affinity } = vm.spec;
  const away = isObject(affinity) && isObject(affinity.podAntiAffinity) ? affinity.podAntiAffinity : {};
  return away.requiredDuringSchedulingIgnoredDuringExecution;
}

/** Terms that reach into other namespaces or compare other labels as well are left out: whom they concern is not told. */
function keepsFromItsLike(vm: VirtualMachineView, term: Record<string, any>): boolean {
  const { topologyKey, labelSelector, ...rest } = term;
  return topologyKey === HOST_NAME_LABEL && Object.values(rest).every(isEmptyList) && matchLabelSelector(labelSelector, vm.podLabels);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
