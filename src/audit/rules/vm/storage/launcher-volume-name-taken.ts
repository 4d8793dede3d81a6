import { isAddedVolume, KubevirtSource, launcherVolumes } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** The pod of a VM has volumes that nobody wrote. */
export const launcherVolumeNameTaken: Rule<VirtualMachineView> = {
  id: 'launcher-volume-name-taken',
  title: 'No two volumes of the pod of a VM have the same name',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'Volumes of a VM become volumes of its pod, beside those that KubeVirt adds: private, public, sockets, libvirt-runtime and others. A ' +
    'Secret that two access credentials refer to becomes a volume twice. KubeVirt accepts such a VM, Kubernetes refuses the pod, and ' +
    'the VM never starts.',
  remediation: 'Choose another name, or merge the credentials that come from one Secret.',
  references: [KubevirtSource.LAUNCHER_VOLUMES, KubevirtSource.POD_VALIDATION],
  mentions: ['accessCredentials', 'volumes'],
  subjects: (graph) => graph.virtualMachines,
  evaluate: (vm, context) => {
    const volumes = launcherVolumes(vm);
    if (volumes.length === 0) {
      return NOT_APPLICABLE;
    }
    return volumes.flatMap(({ path, value, name }, index) => {
      const isAdded = isAddedVolume(name, vm, context);
      const other = isAdded ? undefined : volumes.find((candidate, position) => position < index && candidate.name === name);
      // Two volumes of the VM with one name are another fault.
      const areListed = other?.value === value && vm.volumes.some((volume) => volume.name === value);
      if (!isAdded && (other === undefined || areListed)) {
        return [];
      }
      const owner = other === undefined ? 'KubeVirt itself adds one of this name' : `${other.path} makes one of this name too`;
      const message = `the pod gets a volume ${name}, and ${owner}: Kubernetes refuses the pod, and the VM never starts`;
      const remedy = value === name ? 'Choose another name for volume and disk.' : 'Choose another name, or merge the two.';
      return [{ manifest: vm.manifest, path, value, message, remedy }];
    });
  },
};
