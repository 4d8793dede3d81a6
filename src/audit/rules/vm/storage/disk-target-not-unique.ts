import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DISK_TARGETS } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const diskTargetNotUnique: Rule<VirtualMachineView> = {
  id: 'disk-target-not-unique',
  title: 'A disk is shown to the guest in one way',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a disk that is two of disk, lun and cdrom.',
  remediation: 'Keep one of disk, lun and cdrom.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['lun', 'cdrom'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { disks } = vm;
  if (disks.length === 0) {
    return NOT_APPLICABLE;
  }
  return disks.flatMap((value, index) => {
    const targets = DISK_TARGETS.filter((target) => isObject(value[target]));
    const message = `${targets.join(' and ')} exclude each other, and KubeVirt refuses the disk`;
    const violation = { manifest: vm.manifest, path: vm.path(`domain.devices.disks[${index}]`), value, message };
    return targets.length <= 1 ? [] : [{ ...violation, remedy: `Keep one of ${targets.join(', ')}.` }];
  });
}
