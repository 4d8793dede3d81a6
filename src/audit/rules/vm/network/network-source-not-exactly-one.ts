import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { NETWORK_SOURCES } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const networkSourceNotExactlyOne: Rule<VirtualMachineView> = {
  id: 'network-source-not-exactly-one',
  title: 'A network is either the pod network or a Multus network',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a network that says neither what it is nor that it is two things.',
  remediation: 'Give the network pod: {} or multus with a networkName.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { networks } = vm;
  if (networks.length === 0) {
    return NOT_APPLICABLE;
  }
  return networks.flatMap((value, index) => {
    const sources = NETWORK_SOURCES.filter((source) => isObject(value[source]));
    if (sources.length === 1) {
      return [];
    }
    const message = `KubeVirt refuses a network with ${sources.length === 0 ? 'no source' : sources.join(' and ')}`;
    const remedy = 'Give it either pod: {} or multus with a networkName.';
    return [{ manifest: vm.manifest, path: vm.path(`networks[${index}]`), value, message, remedy }];
  });
}
