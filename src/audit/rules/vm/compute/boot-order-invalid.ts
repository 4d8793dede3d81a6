import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const bootOrderInvalid: Rule<VirtualMachineView> = {
  id: 'boot-order-invalid',
  title: 'Boot orders begin with 1 and occur once',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a boot order below 1 and one that two devices of a VM share, disks and interfaces together.',
  remediation: 'Number the devices that the guest boots from: 1, 2, 3.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['bootOrder'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const devices = [...bootDevices(vm, 'disks'), ...bootDevices(vm, 'interfaces')];
  if (devices.length === 0) {
    return NOT_APPLICABLE;
  }
  const taken = new Map<unknown, string>();
  return devices.flatMap(({ path, value }) => {
    const owner = taken.get(value);
    taken.set(value, owner ?? path);
    if (Number(value) < 1) {
      return [{ manifest: vm.manifest, path, value, message: 'KubeVirt refuses a boot order below 1', remedy: 'Begin with bootOrder: 1.' }];
    }
    const message = `${owner} has the same, and KubeVirt refuses the VM`;
    return owner === undefined
      ? []
      : [{ manifest: vm.manifest, path, value, message, remedy: 'Give each device a boot order of its own.' }];
  });
}

function bootDevices(vm: VirtualMachineView, devices: 'disks' | 'interfaces') {
  return vm[devices].flatMap(({ bootOrder }, index) => {
    const path = vm.path(`domain.devices.${devices}[${index}].bootOrder`);
    return bootOrder === undefined ? [] : [{ path, value: bootOrder }];
  });
}
