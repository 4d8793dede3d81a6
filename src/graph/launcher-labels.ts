import type { Labels } from './label-selector';

const LONGEST_LABEL_VALUE = 63;

/** What the labels of the pod of a VM come from. */
export interface Launcher {
  /** Kind of the object: the VMs of a pool have no names of their own in the manifest. */
  readonly kind: string;
  readonly name: string;
  /** Host name that the guest is given, if it is not that of the VM. */
  readonly hostname: unknown;
  /** Labels of the template. */
  readonly labels: Labels;
}

/** The labels of the pod of a VM: those of its template and those that KubeVirt adds, which `virtctl expose` selects. */
export function launcherLabels({ kind, name, hostname, labels: given }: Launcher): Labels {
  // Without a prototype, because nothing but the keys of labels is to be found in it.
  const labels: Record<string, string> = Object.assign(Object.create(null), given, { 'kubevirt.io': 'virt-launcher' });
  if (kind === 'VirtualMachinePool') {
    return labels;
  }
  const hostLabel = typeof hostname === 'string' && hostname !== '' ? hostname : name.split('.')[0];
  labels['vm.kubevirt.io/name'] = hostLabel.slice(0, LONGEST_LABEL_VALUE);
  if (name.length <= LONGEST_LABEL_VALUE) {
    labels['vmi.kubevirt.io/id'] = name;
  }
  return labels;
}
