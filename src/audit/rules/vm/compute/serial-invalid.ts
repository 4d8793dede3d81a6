import { KubevirtSource } from '../../../../admission';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const SERIAL = /^[A-Za-z0-9_.+-]{1,256}$/;
const DISK_SERIALS = ['devices', 'disks[]', 'serial'];

export const serialInvalid: Rule<VirtualMachineView> = {
  id: 'serial-invalid',
  title: 'Serial numbers of disks have letters that libvirt takes',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt refuses serial numbers of disks with other characters or with more than 256 of them.',
  remediation: 'Use letters, digits and the characters _ . + and -.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['serial'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const serials = fieldValues(vm.domain, DISK_SERIALS);
  if (serials.length === 0) {
    return NOT_APPLICABLE;
  }
  return serials
    .filter(({ value }) => typeof value === 'string' && value !== '' && !SERIAL.test(value))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.${path}`),
      value,
      message: 'KubeVirt refuses a serial number that is not made of 1 to 256 letters, digits and _ . + -',
      remedy: 'Replace the other characters.',
    }));
}
