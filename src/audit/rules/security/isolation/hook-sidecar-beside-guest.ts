import { hookSidecars } from '../../../../admission';
import { InstanceAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hookSidecarBesideGuest: Rule<VirtualMachineView> = {
  id: 'hook-sidecar-beside-guest',
  title: 'No other program rewrites what a VM is started with',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A hook sidecar is an image in the pod of the VM that gets the libvirt XML and the data of cloud-init, passwords included, and hands back ' +
    'what it likes: no field of the VM tells any more what the guest is. KubeVirt 1.9 calls the mechanism deprecated.',
  remediation:
    'Use the field of the VM that does it, or a plugin of KubeVirt 1.9. Else pin the image by digest, and let few people make VMs.',
  references: [
    'https://kubevirt.io/user-guide/user_workloads/hook-sidecar/',
    'https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/hooks/hooks.go',
  ],
  mentions: [InstanceAnnotation.HOOK_SIDECARS],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const hooks = hookSidecars(vm);
  if (hooks === undefined) {
    return NOT_APPLICABLE;
  }
  const { path, value, sidecars } = hooks;
  const message = 'what runs in it gets the libvirt XML and the cloud-init data of the VM, and changes them as it likes';
  const remedy = 'Use the field of the VM that does it, or accept this finding with the reason why there is none.';
  return sidecars.length === 0 ? [] : [{ manifest: vm.manifest, path, value, message, remedy }];
}
