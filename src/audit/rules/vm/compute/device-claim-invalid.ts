import { deviceClaimFaults, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** Dynamic resource allocation: devices that a node prepares on request, instead of those that it offers by name. */
export const deviceClaimInvalid: Rule<VirtualMachineView> = {
  id: 'device-claim-invalid',
  title: 'A device comes from a node or from a resource claim of the VM, by names that are complete',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A GPU or host device has either the name under which nodes offer it, or those of a claim of the VM and of one request in it; a network ' +
    'may have the latter since KubeVirt 1.9. KubeVirt refuses other devices, GPUs of both sorts in one VM, and one request for two devices.',
  remediation: 'Set deviceName, or list the claim in resourceClaims and set claimName and requestName.',
  references: [KubevirtSource.RESOURCE_CLAIM_ADMITTER],
  mentions: ['gpus', 'hostDevices', 'resourceClaim'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { gpus, hostDevices } = vm.devices;
  const networks = vm.networks.filter(({ resourceClaim }) => isObject(resourceClaim));
  if ([...objectsOf(gpus), ...objectsOf(hostDevices), ...networks].length === 0) {
    return NOT_APPLICABLE;
  }
  return deviceClaimFaults(vm, cluster).map(({ field, value, refused, remedy }) => ({
    manifest: vm.manifest,
    path: vm.path(field),
    value,
    message: `KubeVirt refuses ${refused}`,
    remedy,
  }));
}
