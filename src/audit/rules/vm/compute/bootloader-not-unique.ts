import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const bootloaderNotUnique: Rule<VirtualMachineView> = {
  id: 'bootloader-not-unique',
  title: 'A VM boots with EFI or with BIOS',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM with both boot loaders.',
  remediation: 'Keep one of efi and bios.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['bootloader'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const bootloader = vm.domain.firmware?.bootloader;
  if (!isObject(bootloader)) {
    return NOT_APPLICABLE;
  }
  const message = 'efi and bios exclude each other, and KubeVirt refuses the VM';
  const both = isObject(bootloader.efi) && isObject(bootloader.bios);
  const path = vm.path('domain.firmware.bootloader');
  return both ? [{ manifest: vm.manifest, path, value: bootloader, message, remedy: 'Keep one of efi, bios.' }] : [];
}
