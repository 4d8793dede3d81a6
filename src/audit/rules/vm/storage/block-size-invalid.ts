import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { BLOCK_SIZES, isBlockSize } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const blockSizeInvalid: Rule<VirtualMachineView> = {
  id: 'block-size-invalid',
  title: 'Custom block sizes are sizes that a disk can have',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses block sizes that are no power of 2 between 512 and 2097152, a logical one above the physical one, and others than 512 on sata.',
  remediation: 'Use logical: 512 with physical: 4096, or let KubeVirt match the volume.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['blockSize'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const custom = vm.disks.flatMap((disk, index) => (isObject(disk.blockSize?.custom) ? [{ disk, index }] : []));
  if (custom.length === 0) {
    return NOT_APPLICABLE;
  }
  return custom.flatMap(({ disk, index }) => {
    const message = faultOf(disk);
    const path = vm.path(`domain.devices.disks[${index}].blockSize`);
    const remedy = 'Use custom: {logical: 512, physical: 4096}, or matchVolume: {} instead.';
    return message === undefined ? [] : [{ manifest: vm.manifest, path, value: disk.blockSize, message, remedy }];
  });
}

function faultOf({ blockSize, disk }: Record<string, any>): string | undefined {
  const { logical, physical } = blockSize.custom;
  if (isObject(blockSize.matchVolume) && blockSize.matchVolume.enabled !== false) {
    return 'KubeVirt refuses a custom size together with matchVolume';
  }
  if (logical > physical) {
    return 'KubeVirt refuses a logical size above the physical size';
  }
  if (disk?.bus === 'sata' && logical !== BLOCK_SIZES.min) {
    return `KubeVirt refuses another logical size than ${BLOCK_SIZES.min} on sata`;
  }
  return isBlockSize(logical) && isBlockSize(physical)
    ? undefined
    : `KubeVirt refuses sizes that are no power of 2 between ${BLOCK_SIZES.min} and ${BLOCK_SIZES.max}`;
}
