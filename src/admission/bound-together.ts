import { HOST_NAME_LABEL } from '../facts';
import { isEmptySelector, type ManifestGraph, objectsOf, type PodSelector, podSearch, type VirtualMachineView } from '../graph';

const TERMS = 'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution';

/** VMs of which none can leave the node of the others, and the term that says so. */
export interface BoundTogether {
  /** The VMs, with the one that has the term. */
  readonly machines: readonly VirtualMachineView[];
  readonly path: string;
  readonly value: unknown;
}

/**
 * The VMs that a VM cannot leave its node without, where the same holds for each of them: a pod that has to be on a node with one of
 * them finds no other. Undefined: there are none, or the manifests do not tell.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity
 */
export function boundTogether(vm: VirtualMachineView, graph: ManifestGraph): BoundTogether | undefined {
  return hostTerms(vm, graph).find(({ machines }) =>
    machines.every((other) => other === vm || hostTerms(other, graph).some((term) => isSameSet(term.machines, machines))),
  );
}

/** The terms by which a VM has to be on a node with VMs of the graph only, each with these VMs and itself. */
function hostTerms(vm: VirtualMachineView, graph: ManifestGraph): BoundTogether[] {
  return objectsOf(vm.spec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution).flatMap((term, index) => {
    const { topologyKey, labelSelector, namespaces, namespaceSelector } = term;
    const isPlain = topologyKey === HOST_NAME_LABEL && namespaces === undefined && namespaceSelector === undefined;
    if (!isPlain || isEmptySelector(labelSelector)) {
      return [];
    }
    const path = vm.path(`${TERMS}[${index}]`);
    const selector: PodSelector = { manifest: vm.manifest, path, value: labelSelector, selector: labelSelector, namespace: vm.namespace };
    const search = podSearch(graph);
    const selected = search.selectsOthers(selector) ? [] : search.selected(selector);
    return selected.length === 0 ? [] : [{ machines: [...new Set([vm, ...selected])], path, value: term }];
  });
}

function isSameSet(some: readonly VirtualMachineView[], others: readonly VirtualMachineView[]): boolean {
  return some.length === others.length && some.every((vm) => others.includes(vm));
}
