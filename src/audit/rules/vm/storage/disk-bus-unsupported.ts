import { didYouMean, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const BUSES = ['virtio', 'scsi', 'sata', 'usb'];

export const diskBusUnsupported: Rule<VirtualMachineView> = {
  id: 'disk-bus-unsupported',
  title: 'The bus of a disk exists and suits it',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a bus that it does not know, and combinations that QEMU cannot emulate.',
  remediation: 'Use virtio for disks, sata for CD-ROMs and scsi for reserved LUNs.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { disks } = vm;
  if (disks.length === 0) {
    return NOT_APPLICABLE;
  }
  return disks.flatMap((disk, index) => {
    const target = ['disk', 'lun', 'cdrom'].find((candidate) => isObject(disk[candidate]));
    const fault =
      target === undefined ? undefined : faultOf(disk, target, String(disk[target].bus ?? ''), vm.vmSpec?.preference !== undefined);
    const path = vm.path(`domain.devices.disks[${index}].${target}.bus`);
    return target === undefined || fault === undefined ? [] : [{ manifest: vm.manifest, path, value: disk[target].bus, ...fault }];
  });
}

function faultOf(disk: Record<string, any>, target: string, bus: string, mayBePreferred: boolean) {
  const chosenByPreference = bus === '' && mayBePreferred;
  if (target === 'lun' && disk.lun.reservation === true && bus !== 'scsi' && !chosenByPreference) {
    return { message: 'KubeVirt refuses a persistent reservation on another bus than scsi', remedy: 'Set bus: scsi.' };
  }
  if (bus === '') {
    return undefined;
  }
  if (!BUSES.includes(bus)) {
    return { message: 'KubeVirt refuses this bus', remedy: didYouMean(bus, BUSES) };
  }
  if (target === 'cdrom' && bus === 'virtio') {
    return { message: 'KubeVirt refuses a CD-ROM on virtio', remedy: 'Set bus: sata.' };
  }
  if (target === 'disk' && bus === 'sata' && disk.disk.readonly === true) {
    return { message: 'KubeVirt refuses a read-only disk on sata', remedy: 'Set bus: virtio.' };
  }
  const dedicated = disk.dedicatedIOThread === true && bus !== 'virtio';
  return dedicated
    ? { message: 'KubeVirt refuses a dedicated I/O thread on another bus than virtio', remedy: 'Set bus: virtio.' }
    : undefined;
}
