import type { Labels } from './label-selector';
import type { VirtualMachineNode } from './virtual-machine-node';

const LONGEST_LABEL_VALUE = 63;

/** The labels of the pod of a VM: those of its template and those that KubeVirt adds, which `virtctl expose` selects. */
export function launcherLabels(vm: VirtualMachineNode): Labels {
  let labels = known.get(vm);
  if (labels === undefined) {
    labels = labelsOf(vm);
    known.set(vm, labels);
  }
  return labels;
}

const known = new WeakMap<VirtualMachineNode, Labels>();

function labelsOf(vm: VirtualMachineNode): Labels {
  const labels: Record<string, string> = Object.assign(Object.create(null), vm.podLabels, { 'kubevirt.io': 'virt-launcher' });
  if (vm.manifest.kind === 'VirtualMachinePool') {
    return labels;
  }
  const hostname = typeof vm.spec.hostname === 'string' && vm.spec.hostname !== '' ? vm.spec.hostname : String(vm.name).split('.')[0];
  labels['vm.kubevirt.io/name'] = hostname.slice(0, LONGEST_LABEL_VALUE);
  if (vm.name.length <= LONGEST_LABEL_VALUE) {
    labels['vmi.kubevirt.io/id'] = vm.name;
  }
  return labels;
}
