import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DISK_SERIAL, hasFormat } from '../../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const DISK_SERIALS = ['devices', 'disks[]', 'serial'];

export const serialInvalid: Rule<VirtualMachineView> = {
  id: 'serial-invalid',
  title: 'Serial numbers of disks have letters that libvirt takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
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
    .filter(({ value }) => typeof value === 'string' && value !== '' && !hasFormat(value, DISK_SERIAL))
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.${path}`),
      value,
      message: `KubeVirt refuses a serial number that is not ${DISK_SERIAL.words}`,
      remedy: 'Replace the other characters.',
    }));
}
