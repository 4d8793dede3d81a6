import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const masqueradeWithoutPodNetwork: Rule<VirtualMachineView> = {
  id: 'masquerade-without-pod-network',
  title: 'Masquerade is used on the pod network only',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'Masquerade translates between the address of the pod and that of the guest: KubeVirt refuses it on other networks.',
  remediation: 'Use bridge or sriov on secondary networks.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const masquerading = vm.interfaces.flatMap((networkInterface, index) =>
    isObject(networkInterface.masquerade) ? [{ networkInterface, index }] : [],
  );
  if (masquerading.length === 0) {
    return NOT_APPLICABLE;
  }
  const others = new Set(vm.networks.filter((network) => !isObject(network.pod)).map(({ name }) => name));
  return masquerading
    .filter(({ networkInterface }) => others.has(networkInterface.name))
    .map(({ networkInterface, index }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.interfaces[${index}].masquerade`),
      value: networkInterface.masquerade,
      message: `KubeVirt refuses masquerade on "${networkInterface.name}", which is not the pod network`,
      remedy: 'Use bridge: {} or sriov: {} on a secondary network.',
    }));
}
