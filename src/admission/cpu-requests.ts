import { HYPER_CONVERGED_GROUP } from '../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';
import { instancetypeOf } from './instancetype';
import { kubevirtConfiguration } from './kubevirt-configuration';

/**
 * Whether the pod of a VM requests a part of its virtual CPUs only, which is what KubeVirt does by itself.
 *
 * False where the manifests do not tell: an instance type that is elsewhere may ask for dedicated CPUs.
 */
export function requestsPartOfCpus(vm: VirtualMachineView, graph: ManifestGraph): boolean {
  const instancetype = instancetypeOf(vm, graph);
  if (isObject(vm.vmSpec?.instancetype) && instancetype === undefined) {
    return false;
  }
  const { resources, cpu } = vm.domain;
  const isSaid = [resources?.requests?.cpu, resources?.limits?.cpu].some((quantity) => quantity !== undefined);
  const isDedicated = [cpu, instancetype?.cpu].some((topology) => topology?.dedicatedCpuPlacement || topology?.dedicatedCPUPlacement);
  return !isSaid && !isDedicated && allocationRatio(graph) !== 1;
}

/** How many virtual CPUs share one that is requested; undefined where KubeVirt's default of 10 holds. */
function allocationRatio(graph: ManifestGraph): unknown {
  const [hyperConverged] = graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged');
  return (
    hyperConverged?.spec?.resourceRequirements?.vmiCPUAllocationRatio ??
    hyperConverged?.spec?.virtualization?.vmiCPUAllocationRatio ??
    kubevirtConfiguration(graph)?.developerConfiguration?.cpuAllocationRatio
  );
}
