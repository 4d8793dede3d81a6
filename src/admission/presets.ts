import { KUBEVIRT_GROUP } from '../facts';
import { isObject, type ManifestGraph, matchLabelSelector, type VirtualMachineView } from '../graph';

const EXCLUSION = 'virtualmachineinstancepresets.admission.kubevirt.io/exclude';

/**
 * Whether a VirtualMachineInstancePreset gives the instances of a VM their memory: it brings requests as a whole, and only to
 * instances that have none; `memory.guest` and limits of a preset go nowhere.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-api/webhooks/mutating-webhook/mutators/preset.go
 */
export function hasMemoryOfPreset(vm: VirtualMachineView, graph: ManifestGraph): boolean {
  const presets = graph.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstancePreset');
  if (presets.length === 0 || isObject(vm.domain.resources?.requests) || vm.podAnnotations[EXCLUSION] === 'true') {
    return false;
  }
  return presets.some(
    ({ metadata, spec }) =>
      metadata?.namespace === vm.namespace &&
      spec?.domain?.resources?.requests?.memory !== undefined &&
      matchLabelSelector(spec.selector, vm.podLabels),
  );
}
