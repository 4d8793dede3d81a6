import { KubevirtSource, launcherContainers, launcherVolumes, volumesWithoutDevice } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DNS_LABEL, hasFormat } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** KubeVirt makes longer names from the names in a VM, and Kubernetes takes at most 63 characters. */
export const launcherPartNameInvalid: Rule<VirtualMachineView> = {
  id: 'launcher-part-name-invalid',
  title: 'What KubeVirt makes from the names in a VM is a name for a pod',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'A Secret with keys or passwords becomes a volume <Secret>-access-cred of the pod, a Secret with user data <volume>-udata, a container ' +
    'disk a container volume<volume>-init, a file system one called virtiofs-<name>. Names of volumes and containers are DNS labels: ' +
    'with a longer name, or one with a dot, KubeVirt accepts the VM, Kubernetes refuses its pod, and it never starts.',
  remediation: 'Choose a shorter name without dots.',
  references: [KubevirtSource.LAUNCHER_VOLUMES, KubevirtSource.POD_VALIDATION, 'https://github.com/kubevirt/kubevirt/issues/16277'],
  mentions: ['accessCredentials', 'volumes', 'filesystems'],
  subjects: (graph) => graph.virtualMachines,
  evaluate: (vm, context) => {
    const parts = [...launcherVolumes(vm), ...launcherContainers(vm, context)];
    if (parts.length === 0) {
      return NOT_APPLICABLE;
    }
    const disks = new Set([...vm.disks, ...volumesWithoutDevice(vm.spec).map((index) => vm.volumes[index])].map(({ name }) => name));
    return parts
      .filter(({ name, value }) => !hasFormat(name, DNS_LABEL) && !(disks.has(value) && !hasFormat(value, DNS_LABEL)))
      .map(({ path, value, name }) => ({
        manifest: vm.manifest,
        path,
        value,
        message:
          name === value
            ? `the pod gets a volume of this name, and that is to be ${DNS_LABEL.words}: the VM never starts`
            : `KubeVirt makes ${name} of it, which is not ${DNS_LABEL.words}: Kubernetes refuses the pod, and the VM never starts`,
        remedy: 'Choose a shorter name without dots.',
      }));
  },
};
