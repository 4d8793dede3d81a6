import { implicitBus, instanceRefused, instanceStage, judgedDisks, KubevirtSource, volumesWithoutDevice } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { certain, settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const downwardMetricsDiskInvalid: Rule<VirtualMachineView> = {
  id: 'downward-metrics-disk-invalid',
  title: 'Metrics of the host reach the guest as a virtio disk',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a downwardMetrics volume whose disk is a LUN or a CD-ROM, says nothing of how it is shown, or is on another bus than ' +
    'virtio. Without a bus it passes, and the instance is refused on amd64, where such a disk gets sata.',
  remediation: 'Give the volume a disk with disk: {bus: virtio}.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.DEFAULTS],
  mentions: ['downwardMetrics'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const names = vm.volumes.filter(({ downwardMetrics }) => isObject(downwardMetrics)).map(({ name }) => name);
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  const implicit = implicitBus(vm, cluster);
  const disks = judgedDisks(vm).filter(({ disk }) => names.includes(disk.name));
  return [
    ...disks.flatMap(({ index, disk }) => diskFaults(vm, `domain.devices.disks[${index}]`, disk, implicit)),
    ...volumesWithoutDevice(vm.spec)
      .filter((index) => isObject(vm.volumes[index].downwardMetrics))
      .flatMap((index) => impliedFaults(vm, index, implicit)),
  ];
}

function diskFaults(vm: VirtualMachineView, path: string, judged: Record<string, any>, implicit: string | undefined): Violation[] {
  const { disk, lun, cdrom } = judged;
  const { manifest } = vm;
  const remedy = 'Set disk: {bus: virtio}.';
  const isInstance = manifest.kind === 'VirtualMachineInstance';
  if (!isObject(disk) && !(isInstance && !isObject(lun) && !isObject(cdrom))) {
    const message = 'KubeVirt refuses a disk with metrics of the host that is not shown as one';
    return [{ manifest, path: vm.path(`${path}.disk`), value: disk, message, remedy }];
  }
  const bus = disk?.bus || undefined;
  const busPath = vm.path(`${path}.disk.bus`);
  const fix = certain(settingIn(manifest, busPath, 'virtio'));
  if (bus !== undefined) {
    const message = 'KubeVirt refuses metrics of the host on another bus than virtio';
    return bus === 'virtio' ? [] : [{ manifest, path: busPath, value: bus, message, remedy, fix }];
  }
  const message = `the disk gets ${implicit}, and metrics of the host are shown on virtio only: ${instanceRefused(vm)}`;
  return implicit === 'sata' ? [{ manifest, stage: instanceStage(vm), path: busPath, value: disk?.bus, message, remedy, fix }] : [];
}

/** The disk that KubeVirt makes for a volume without one says nothing; that of an instance has a bus when it is looked at. */
function impliedFaults(vm: VirtualMachineView, index: number, implicit: string | undefined): Violation[] {
  const { manifest } = vm;
  if (manifest.kind.startsWith('VirtualMachineInstance') && implicit !== 'sata') {
    return [];
  }
  const stage = vm.isReplicated ? Stage.START : Stage.APPLY;
  const message = 'the disk that KubeVirt makes for it is not one on virtio, and metrics of the host are shown on virtio only';
  const path = vm.path(`volumes[${index}]`);
  return [{ manifest, stage, path, value: vm.volumes[index], message, remedy: 'Add a disk of its name with disk: {bus: virtio}.' }];
}
