import { eachObjectOnce, type Manifest, type ManifestGraph, type VirtualMachineView } from '../graph';

/** The PodDisruptionBudgets of a graph. */
export function disruptionBudgets(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind('policy', 'PodDisruptionBudget');
}

/** The VMs whose pods a PodDisruptionBudget protects. */
export function machinesUnder(budget: Manifest, graph: ManifestGraph): readonly VirtualMachineView[] {
  return eachObjectOnce(graph.virtualMachinesSelectedBy(budget.spec?.selector, budget.metadata?.namespace), graph);
}

/** How many pods a VM, or a set of VMs made from one template, runs. */
export function podsOf(vm: VirtualMachineView): number {
  const replicas = vm.isReplicated ? vm.manifest.spec?.replicas : undefined;
  return typeof replicas === 'number' ? replicas : 1;
}

/** What a set of VMs made from one template is called. */
export function setOf(vm: VirtualMachineView): string {
  return vm.manifest.kind === 'VirtualMachinePool' ? 'pool' : 'replica set';
}
