import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const defaultNetworkNotUnique: Rule<VirtualMachineView> = {
  id: 'default-network-not-unique',
  title: 'A VM has one default network at most',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A pod has one default network: KubeVirt refuses a VM with two pod networks, two Multus defaults, or one of each.',
  remediation: 'Keep one network with pod: {} or multus.default: true.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { networks } = vm;
  if (networks.length === 0) {
    return NOT_APPLICABLE;
  }
  const defaults = networks.flatMap((network, index) => (isObject(network.pod) || network.multus?.default === true ? [index] : []));
  return defaults.slice(1).map((index) => ({
    manifest: vm.manifest,
    path: vm.path(`networks[${index}]`),
    value: networks[index],
    message: `networks[${defaults[0]}] is the default network of the pod already, and KubeVirt refuses a second one`,
    remedy: 'Keep one network with pod: {} or multus.default: true.',
  }));
}
