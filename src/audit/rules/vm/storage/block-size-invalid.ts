import { implicitBus, instanceRefused, instanceStage, type JudgedDisk, judgedDisks, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { BLOCK_SIZES, isBlockSize } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

interface Fault {
  /** The field below `blockSize` that is wrong; `''`: all of it. */
  readonly field: '' | '.custom.logical' | '.custom.physical' | '.custom.discardGranularity';
  readonly message: string;
  readonly stage?: Stage;
}

export const blockSizeInvalid: Rule<VirtualMachineView> = {
  id: 'block-size-invalid',
  title: 'Custom block sizes are sizes that a disk can have',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses block sizes that are no power of 2 between 512 and 2097152, a logical one above the physical one, and, since 1.7, ' +
    'others than 512 on sata, which is the bus of a disk on amd64 that names none, and a granularity of discards that is no multiple of the logical one.',
  remediation: 'Use logical: 512 with physical: 4096, or let KubeVirt match the volume.',
  references: [KubevirtSource.STORAGE_ADMITTER, KubevirtSource.DEFAULTS],
  mentions: ['blockSize'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const custom = judgedDisks(vm).filter(({ disk }) => isObject(disk.blockSize?.custom));
  if (custom.length === 0) {
    return NOT_APPLICABLE;
  }
  const isStrict = cluster.atLeast('1.7');
  return custom.flatMap((judged) => {
    const onSata = isStrict && judged.bus === undefined && implicitBus(vm, cluster) === 'sata' ? implicitSataFaults(vm, judged) : [];
    const faults = faultsOf(judged, isStrict);
    return (faults.length > 0 ? faults : onSata).map((fault) => violation(vm, judged, fault));
  });
}

function faultsOf({ disk: { blockSize }, bus }: JudgedDisk, isStrict: boolean): Fault[] {
  const { logical = 0, physical = 0, discardGranularity } = blockSize.custom;
  if (isObject(blockSize.matchVolume) && blockSize.matchVolume.enabled !== false) {
    return [{ field: '', message: 'KubeVirt refuses a custom size together with matchVolume' }];
  }
  if (logical > physical) {
    return [{ field: '.custom.logical', message: 'KubeVirt refuses a logical size above the physical size' }];
  }
  if (isStrict && bus === 'sata' && logical !== BLOCK_SIZES.min) {
    return [{ field: '.custom.logical', message: `KubeVirt refuses another logical size than ${BLOCK_SIZES.min} on sata` }];
  }
  if (isStrict && discardGranularity % logical > 0) {
    return [{ field: '.custom.discardGranularity', message: 'KubeVirt refuses a granularity that is no multiple of the logical size' }];
  }
  const message = `KubeVirt refuses sizes that are no power of 2 between ${BLOCK_SIZES.min} and ${BLOCK_SIZES.max}`;
  return (['logical', 'physical'] as const)
    .filter((field) => !isBlockSize(blockSize.custom[field]))
    .map((field) => ({ field: `.custom.${field}`, message }));
}

function implicitSataFaults(vm: VirtualMachineView, { disk }: JudgedDisk): Fault[] {
  const message = `the disk has no bus and gets sata, which has no other logical size than ${BLOCK_SIZES.min}: ${instanceRefused(vm)}`;
  return disk.blockSize.custom.logical === BLOCK_SIZES.min ? [] : [{ field: '.custom.logical', stage: instanceStage(vm), message }];
}

function violation(vm: VirtualMachineView, { disk: { blockSize }, index }: JudgedDisk, { field, ...fault }: Fault): Violation {
  const path = vm.path(`domain.devices.disks[${index}].blockSize${field}`);
  const value = field === '' ? blockSize : blockSize.custom[field.slice('.custom.'.length)];
  return {
    manifest: vm.manifest,
    path,
    value,
    ...fault,
    remedy: 'Use custom: {logical: 512, physical: 4096}, or matchVolume: {} instead.',
  };
}
