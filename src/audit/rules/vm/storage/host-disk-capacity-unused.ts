import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hostDiskCapacityUnused: Rule<VirtualMachineView> = {
  id: 'host-disk-capacity-unused',
  title: 'The capacity of a host disk belongs to one that is created',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a capacity for an image that exists already.',
  remediation: 'Use type: DiskOrCreate, or remove the capacity.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['hostDisk'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const hostDisks = vm.volumes.flatMap(({ hostDisk }, index) => (isObject(hostDisk) ? [{ hostDisk, index }] : []));
  if (hostDisks.length === 0) {
    return NOT_APPLICABLE;
  }
  return hostDisks
    .filter(({ hostDisk }) => hostDisk.type === 'Disk' && (quantityValue(hostDisk.capacity) ?? 0) !== 0)
    .map(({ hostDisk, index }) => ({
      manifest: vm.manifest,
      path: vm.path(`volumes[${index}].hostDisk.capacity`),
      value: hostDisk.capacity,
      message: 'KubeVirt refuses a capacity with type Disk, which takes an image that exists',
      remedy: 'Use type: DiskOrCreate, or remove capacity.',
    }));
}
