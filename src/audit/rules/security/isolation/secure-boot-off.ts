import { architectureOf, KubevirtSource } from '../../../../admission';
import { Architecture } from '../../../../cluster';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const secureBootOff: Rule<VirtualMachineView> = {
  id: 'secure-boot-off',
  title: 'EFI boots with Secure Boot',
  severity: Severity.INFO,
  category: 'security',
  rationale:
    'Without Secure Boot the firmware starts whatever stands on the disk: what has once been root in the guest can put itself before the kernel, ' +
    'and stays there unseen.',
  remediation: 'Leave secureBoot out, and set features.smm.enabled: true, unless the boot loader or a driver of the guest is not signed.',
  references: [KubevirtSource.API_TYPES, 'https://kubevirt.io/user-guide/compute/virtual_hardware/#biosuefi'],
  mentions: ['efi'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const efi = vm.domain.firmware?.bootloader?.efi;
  // Secure Boot is for amd64, and confidential guests are measured in its place.
  if (!isObject(efi) || architectureOf(vm, context) !== Architecture.AMD64 || isObject(vm.domain.launchSecurity)) {
    return NOT_APPLICABLE;
  }
  const path = vm.path('domain.firmware.bootloader.efi.secureBoot');
  const message = 'the firmware starts whatever stands on the disk, also what an intruder has put before the kernel';
  const remedy = 'Leave it out, and set features.smm.enabled: true, unless the guest boots or loads something that is not signed.';
  return efi.secureBoot === false ? [{ manifest: vm.manifest, path, value: false, message, remedy }] : [];
}
