import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** The bindings that KubeVirt takes on the pod network only. */
const BINDINGS = ['masquerade', 'passtBinding'];

export const masqueradeWithoutPodNetwork: Rule<VirtualMachineView> = {
  id: 'masquerade-without-pod-network',
  title: 'Masquerade and passt are used on the pod network only',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'Masquerade and passt stand between the address of the pod and that of the guest: KubeVirt refuses them on other networks.',
  remediation: 'Use bridge or sriov on secondary networks.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  mentions: BINDINGS,
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const bound = vm.interfaces.flatMap((networkInterface, index) =>
    BINDINGS.filter((binding) => isObject(networkInterface[binding])).map((binding) => ({ networkInterface, index, binding })),
  );
  if (bound.length === 0) {
    return NOT_APPLICABLE;
  }
  const others = new Set(vm.networks.filter((network) => !isObject(network.pod)).map(({ name }) => name));
  return bound
    .filter(({ networkInterface }) => others.has(networkInterface.name))
    .map(({ networkInterface, index, binding }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.interfaces[${index}]`),
      value: networkInterface,
      message: `KubeVirt refuses ${binding} on "${networkInterface.name}", which is not the pod network`,
      remedy: 'Use bridge: {} or sriov: {} on a secondary network.',
    }));
}
