import { didYouMean, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const diskWithoutVolume: Rule<VirtualMachineView> = {
  id: 'disk-without-volume',
  title: 'Every disk has a volume',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a disk without a volume of the same name; since 1.6 a CD-ROM drive may be empty.',
  remediation: 'Add a volume with the name of the disk.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { disks } = vm;
  if (disks.length === 0) {
    return NOT_APPLICABLE;
  }
  const mayBeEmpty = cluster.atLeast('1.6');
  const names = vm.volumes.map(({ name }) => String(name));
  return disks.flatMap(({ name, cdrom }, index) => {
    if (names.includes(name) || (mayBeEmpty && isObject(cdrom))) {
      return [];
    }
    const message = 'no volume has this name, and KubeVirt refuses a disk without one';
    const remedy = names.length === 0 ? `Add a volume with name: ${name} to ${vm.path('volumes')}.` : didYouMean(String(name), names);
    const path = vm.path(`domain.devices.disks[${index}].name`);
    const fix = typeof name === 'string' ? nearestValue(path, name, names) : undefined;
    return [{ manifest: vm.manifest, path, value: name, message, remedy, fix: fix && { ...fix, safe: false } }];
  });
}
