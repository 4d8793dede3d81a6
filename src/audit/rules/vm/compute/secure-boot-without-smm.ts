import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture, type ClusterProfile } from '../../../../cluster';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const secureBootWithoutSmm: Rule<VirtualMachineView> = {
  id: 'secure-boot-without-smm',
  title: 'Secure Boot comes with SMM',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'EFI boots with Secure Boot unless it is switched off, and Secure Boot needs System Management Mode: KubeVirt refuses one without the other.',
  remediation: 'Set features.smm.enabled: true, or efi.secureBoot: false.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['efi'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const efi = vm.domain.firmware?.bootloader?.efi;
  const isArm = (vm.architecture ?? cluster.architecture) === Architecture.ARM64;
  if (!isObject(efi) || (isArm && !isCheckedOnArm(vm, cluster)) || vm.vmSpec?.preference !== undefined) {
    return NOT_APPLICABLE;
  }
  const smm = vm.domain.features?.smm;
  if (efi.secureBoot === false || (isObject(smm) && smm.enabled !== false)) {
    return [];
  }
  const message = 'Secure Boot, which EFI has unless it is switched off, needs SMM, and KubeVirt refuses the VM without it';
  const remedy = isArm ? 'Set efi.secureBoot: false.' : 'Set features.smm.enabled: true, or efi.secureBoot: false.';
  return [{ manifest: vm.manifest, path: vm.path('domain.features.smm'), value: smm, message, remedy }];
}

/** On arm64 a bare instance has Secure Boot switched off before it is looked at; before 1.8 all of it is refused otherwise. */
function isCheckedOnArm(vm: VirtualMachineView, cluster: ClusterProfile): boolean {
  return vm.vmSpec !== undefined && cluster.atLeast('1.8');
}
