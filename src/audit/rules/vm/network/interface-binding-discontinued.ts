import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const DISCONTINUED = ['slirp', 'macvtap', 'passt'];

export const interfaceBindingDiscontinued: Rule<VirtualMachineView> = {
  id: 'interface-binding-discontinued',
  title: 'Interfaces use bindings that KubeVirt still has',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt 1.3 gave up slirp, macvtap and the first passt binding and refuses new VMs with them.',
  remediation: 'Use masquerade, bridge, sriov or a network binding plugin.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  mentions: DISCONTINUED,
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { interfaces } = vm;
  if (interfaces.length === 0) {
    return NOT_APPLICABLE;
  }
  return interfaces.flatMap((networkInterface, index) =>
    DISCONTINUED.filter((binding) => isObject(networkInterface[binding])).map((binding) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.interfaces[${index}].${binding}`),
      value: networkInterface[binding],
      message: `KubeVirt refuses ${binding}, which it gave up in release 1.3`,
      remedy: 'Use masquerade: {} on the pod network, bridge: {} or a binding plugin elsewhere.',
    })),
  );
}
