import { instancetypeOf, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const TYPES = ['sev', 'snp', 'tdx'] as const;
const SHOWN: Readonly<Record<Type, string>> = { sev: 'SEV', snp: 'SEV-SNP', tdx: 'TDX' };

/** An older KubeVirt knows sev alone, and takes launchSecurity without it. */
const FIRST_RELEASE_WITH_TYPES = '1.6';
/** The first release that is known to have SEV-SNP, with which these checks came. */
const FIRST_RELEASE_WITH_SNP = '1.8';

type Type = (typeof TYPES)[number];
type Fault = Omit<Violation, 'manifest'>;

export const launchSecurityInvalid: Rule<VirtualMachineView> = {
  id: 'launch-security-invalid',
  title: 'A confidential VM has one kind of memory encryption and what goes with it',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a VM on amd64 with launchSecurity unless it has exactly one of sev, snp and tdx, boots with EFI, and has nothing that this kind of encryption excludes: Secure Boot, EFI variables that are kept, SMM, network boot, or an attestation of a guest that does not wait for it.',
  remediation: 'Boot with EFI without Secure Boot, and take away what the encryption excludes.',
  references: [KubevirtSource.ARCHITECTURES, KubevirtSource.VMI_ADMITTER],
  mentions: ['launchSecurity', 'instancetype'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { graph, cluster } = context;
  const launchSecurity = vm.domain.launchSecurity ?? instancetypeOf(vm, graph)?.launchSecurity;
  if (!isObject(launchSecurity) || (vm.architecture ?? cluster.architecture) !== Architecture.AMD64) {
    return NOT_APPLICABLE;
  }
  const types = TYPES.filter((type) => launchSecurity[type] !== undefined);
  if (types.length !== 1) {
    return cluster.atLeast(FIRST_RELEASE_WITH_TYPES) ? [{ manifest: vm.manifest, ...notExactlyOne(vm, launchSecurity) }] : [];
  }
  const [type] = types;
  const faults = [
    ...firmwareFaults(vm, type, context),
    ...smmFaults(vm, type, context),
    ...attestationFaults(vm, launchSecurity),
    ...bootOrderFaults(vm, type),
  ];
  return faults.map((fault) => ({ manifest: vm.manifest, ...fault }));
}

function notExactlyOne(vm: VirtualMachineView, launchSecurity: Record<string, any>): Fault {
  return {
    path: vm.path('domain.launchSecurity'),
    value: launchSecurity,
    message: 'on amd64 KubeVirt refuses a VM that has not exactly one of sev, snp and tdx',
    remedy: 'Set one of sev, snp, tdx.',
  };
}

/** A preference may bring EFI, and say what the VM does not of Secure Boot. */
function firmwareFaults(vm: VirtualMachineView, type: Type, { cluster }: RuleContext): Fault[] {
  if (vm.vmSpec?.preference !== undefined) {
    return [];
  }
  const efi = vm.domain.firmware?.bootloader?.efi;
  const path = vm.path('domain.firmware.bootloader.efi');
  if (!isObject(efi)) {
    const message = `${SHOWN[type]} needs EFI, and KubeVirt refuses the VM without it`;
    return [{ path, value: efi, message, remedy: 'Set efi: { secureBoot: false }.' }];
  }
  const faults: Fault[] = [];
  if (type !== 'tdx' && efi.secureBoot !== false) {
    const message = `${SHOWN[type]} excludes Secure Boot, which EFI has unless it is switched off, and KubeVirt refuses the VM`;
    faults.push({ path: `${path}.secureBoot`, value: efi.secureBoot, message, remedy: 'Set secureBoot: false.' });
  }
  if (type !== 'sev' && efi.persistent === true && cluster.atLeast(FIRST_RELEASE_WITH_SNP)) {
    const message = `${SHOWN[type]} excludes EFI variables that are kept, and KubeVirt refuses the VM`;
    faults.push({ path: `${path}.persistent`, value: true, message, remedy: 'Remove persistent.' });
  }
  return faults;
}

function smmFaults(vm: VirtualMachineView, type: Type, { cluster }: RuleContext): Fault[] {
  const smm = vm.domain.features?.smm;
  if (type !== 'tdx' || !isObject(smm) || smm.enabled === false || !cluster.atLeast(FIRST_RELEASE_WITH_SNP)) {
    return [];
  }
  const message = 'TDX excludes SMM, and KubeVirt refuses the VM';
  return [{ path: vm.path('domain.features.smm'), value: smm, message, remedy: 'Set smm: { enabled: false } and efi.secureBoot: false.' }];
}

function attestationFaults(vm: VirtualMachineView, { sev }: Record<string, any>): Fault[] {
  const { startStrategy } = vm.spec;
  if (!isObject(sev) || sev.attestation === undefined || startStrategy === 'Paused') {
    return [];
  }
  const message = 'the guest has to wait for its attestation, and KubeVirt refuses the VM unless it starts paused';
  return [
    { path: vm.path('startStrategy'), value: startStrategy, message, remedy: 'Set startStrategy: Paused, or remove sev.attestation.' },
  ];
}

function bootOrderFaults(vm: VirtualMachineView, type: Type): Fault[] {
  return vm.interfaces.flatMap(({ bootOrder }, index) => {
    if (bootOrder === undefined) {
      return [];
    }
    const path = vm.path(`domain.devices.interfaces[${index}].bootOrder`);
    const message = `${SHOWN[type]} excludes booting from the network, and KubeVirt refuses the VM`;
    return [{ path, value: bootOrder, message, remedy: 'Remove bootOrder from the interface.' }];
  });
}
