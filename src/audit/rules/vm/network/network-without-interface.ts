import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { appending } from '../../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const networkWithoutInterface: Rule<VirtualMachineView> = {
  id: 'network-without-interface',
  title: 'Every network has an interface',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM with a network that no interface is connected to.',
  remediation: 'Add an interface with the name of the network.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

/** Of the bindings for the pod network masquerade is the one that lets the VM be migrated. */
function connecting(vm: VirtualMachineView, name: string): Fix {
  return appending(vm.manifest, vm.path('domain.devices.interfaces'), { name, masquerade: {} });
}

function evaluate(vm: VirtualMachineView): Outcome {
  const { networks } = vm;
  if (networks.length === 0) {
    return NOT_APPLICABLE;
  }
  const connected = new Set(vm.interfaces.map(({ name }) => name));
  return networks.flatMap(({ name }, index) => {
    const message = 'no interface has this name, and KubeVirt refuses a network without one';
    const remedy = `Add an interface with name: ${name} to ${vm.path('domain.devices.interfaces')}.`;
    const path = vm.path(`networks[${index}].name`);
    const fix = isObject(networks[index].pod) && typeof name === 'string' ? connecting(vm, name) : undefined;
    return connected.has(name) ? [] : [{ manifest: vm.manifest, path, value: name, message, remedy, fix }];
  });
}
