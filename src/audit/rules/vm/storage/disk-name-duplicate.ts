import { KubevirtSource, repeatedNames } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const diskNameDuplicate: Rule<VirtualMachineView> = {
  id: 'disk-name-duplicate',
  title: 'The disks and the volumes of a VM have names of their own',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt connects a disk to the volume of the same name and refuses a name that occurs twice.',
  remediation: 'Give each disk and its volume a name of their own.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { disks, volumes } = vm;
  if (disks.length + volumes.length === 0) {
    return NOT_APPLICABLE;
  }
  return [
    ...repeatedNames(disks).map((index) => violation(vm, `domain.devices.disks[${index}].name`, disks[index].name)),
    ...repeatedNames(volumes).map((index) => violation(vm, `volumes[${index}].name`, volumes[index].name)),
  ];
}

function violation(vm: VirtualMachineView, field: string, value: unknown): Violation {
  const message = 'an entry before it has the same name, and KubeVirt refuses the VM';
  const remedy = 'Give each disk and its volume a name of their own.';
  return { manifest: vm.manifest, path: vm.path(field), value, message, remedy };
}
