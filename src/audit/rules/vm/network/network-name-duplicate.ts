import { KubevirtSource, repeatedNames } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const networkNameDuplicate: Rule<VirtualMachineView> = {
  id: 'network-name-duplicate',
  title: 'The networks and the interfaces of a VM have names of their own',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt connects an interface to the network of the same name and refuses a name that occurs twice.',
  remediation: 'Give each network and its interface a name of their own.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { networks, interfaces } = vm;
  if (networks.length + interfaces.length === 0) {
    return NOT_APPLICABLE;
  }
  return [
    ...repeatedNames(networks).map((index) => violation(vm, `networks[${index}].name`, networks[index].name)),
    ...repeatedNames(interfaces).map((index) => violation(vm, `domain.devices.interfaces[${index}].name`, interfaces[index].name)),
  ];
}

function violation(vm: VirtualMachineView, field: string, value: unknown): Violation {
  const message = 'an entry before it has the same name, and KubeVirt refuses the VM';
  const remedy = 'Give each network and its interface a name of their own.';
  return { manifest: vm.manifest, path: vm.path(field), value, message, remedy };
}
