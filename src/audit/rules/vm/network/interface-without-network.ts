import { didYouMean, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const interfaceWithoutNetwork: Rule<VirtualMachineView> = {
  id: 'interface-without-network',
  title: 'Every interface has a network',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM with an interface that is connected to nothing.',
  remediation: 'Add a network with the name of the interface.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { interfaces } = vm;
  if (interfaces.length === 0) {
    return NOT_APPLICABLE;
  }
  const names = vm.networks.map(({ name }) => String(name));
  return interfaces.flatMap(({ name }, index) => {
    if (names.includes(name)) {
      return [];
    }
    const message = 'no network has this name, and KubeVirt refuses an interface without one';
    const remedy = names.length === 0 ? `Add a network with name: ${name} to ${vm.path('networks')}.` : didYouMean(String(name), names);
    const path = vm.path(`domain.devices.interfaces[${index}].name`);
    const fix = typeof name === 'string' ? nearestValue(path, name, names) : undefined;
    return [{ manifest: vm.manifest, path, value: name, message, remedy, fix: fix && { ...fix, safe: false } }];
  });
}
