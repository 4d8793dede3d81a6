import { KubevirtSource } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const serialWithoutEffect: Rule<VirtualMachineView> = {
  id: 'serial-without-effect',
  title: 'A serial number is on a disk that shows it',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'KubeVirt passes the serial number of a disk on to the guest, but not that of a LUN or a CD-ROM drive: a mount by it fails.',
  remediation: 'Find the device in another way, or make it a disk.',
  references: [KubevirtSource.CONVERTER],
  mentions: ['serial'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const numbered = vm.disks.flatMap((disk, index) => (typeof disk.serial === 'string' && disk.serial !== '' ? [{ disk, index }] : []));
  if (numbered.length === 0) {
    return NOT_APPLICABLE;
  }
  return numbered.flatMap(({ disk, index }) => {
    const target = ['lun', 'cdrom'].find((candidate) => isObject(disk[candidate]));
    const message = `KubeVirt does not pass on the serial number of a ${target}: the guest finds none`;
    const path = vm.path(`domain.devices.disks[${index}].serial`);
    const remedy = 'Find the device in another way, or use disk.';
    return target === undefined ? [] : [{ manifest: vm.manifest, path, value: disk.serial, message, remedy }];
  });
}
