import { architectureOf, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** The firmware of TDX has the keys built in: nobody can write over them, and SMM has nothing to protect. */
const FIRST_RELEASE_WITH_KEYS_IN_TDX = '1.9';

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

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { cluster } = context;
  const efi = vm.domain.firmware?.bootloader?.efi;
  const isArm = architectureOf(vm, context) === Architecture.ARM64;
  if (!isObject(efi) || (isArm && isSwitchedOff(vm)) || vm.vmSpec?.preference !== undefined) {
    return NOT_APPLICABLE;
  }
  if (isObject(vm.domain.launchSecurity?.tdx) && cluster.atLeast(FIRST_RELEASE_WITH_KEYS_IN_TDX)) {
    return [];
  }
  const smm = vm.domain.features?.smm;
  if (efi.secureBoot === false || (isObject(smm) && smm.enabled !== false)) {
    return [];
  }
  const message = 'Secure Boot, which EFI has unless it is switched off, needs SMM, and KubeVirt refuses the VM without it';
  const remedy = isArm ? 'Set efi.secureBoot: false.' : 'Set features.smm.enabled: true, or efi.secureBoot: false.';
  const [field, wanted] = isArm ? ['firmware.bootloader.efi.secureBoot', false] : ['features.smm.enabled', true];
  const fix = settingIn(vm.manifest, vm.path(`domain.${field}`), wanted);
  return [{ manifest: vm.manifest, path: vm.path('domain.features.smm'), value: smm, message, remedy, fix }];
}

/** On arm64 a bare instance that does not ask for Secure Boot has it switched off before it is looked at. */
function isSwitchedOff({ manifest, domain }: VirtualMachineView): boolean {
  return manifest.kind === 'VirtualMachineInstance' && domain.firmware?.bootloader?.efi?.secureBoot === undefined;
}
