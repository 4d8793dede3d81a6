import { instancetypeOf, judgedArchitecture, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { removal, setting, settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const TYPES = ['sev', 'snp', 'tdx'] as const;
const SHOWN: Readonly<Record<Type, string>> = { sev: 'SEV', snp: 'SEV-SNP', tdx: 'TDX' };

/** An older KubeVirt looks at sev alone, and takes launchSecurity without it, on whatever architecture. */
const FIRST_RELEASE_WITH_TYPES = '1.7';

type Type = (typeof TYPES)[number];
type Fault = Omit<Violation, 'manifest'>;

export const launchSecurityInvalid: Rule<VirtualMachineView> = {
  id: 'launch-security-invalid',
  title: 'A confidential VM has one kind of memory encryption and what goes with it',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses launchSecurity on other architectures than amd64 and s390x, and on amd64 unless it has exactly one of sev, snp and tdx, boots with EFI, and has nothing that this kind of encryption excludes: Secure Boot, EFI variables that are kept, SMM, network boot, or an attestation of a guest that does not wait for it.',
  remediation: 'Boot with EFI without Secure Boot, and take away what the encryption excludes.',
  references: [KubevirtSource.ARCHITECTURES, KubevirtSource.VMI_ADMITTER],
  mentions: ['launchSecurity', 'instancetype'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { graph, cluster } = context;
  const launchSecurity = vm.domain.launchSecurity ?? instancetypeOf(vm, graph)?.launchSecurity;
  if (!isObject(launchSecurity)) {
    return NOT_APPLICABLE;
  }
  const faults = cluster.atLeast(FIRST_RELEASE_WITH_TYPES)
    ? (architectureFaults(vm, context) ?? typeFaults(vm, launchSecurity))
    : sevFaults(vm, launchSecurity);
  return faults.map((fault) => ({ manifest: vm.manifest, ...fault }));
}

/** Undefined on amd64, where there is more to look at. */
function architectureFaults(vm: VirtualMachineView, context: RuleContext): Fault[] | undefined {
  const architecture = judgedArchitecture(vm, context);
  if (architecture === Architecture.AMD64) {
    return undefined;
  }
  if (architecture === Architecture.S390X || architecture === undefined) {
    return [];
  }
  const [path, value] = [vm.path('architecture'), vm.spec.architecture];
  return architecture === ''
    ? [
        {
          path,
          value,
          message: 'KubeVirt refuses launchSecurity where the template names no architecture',
          remedy: 'Set architecture: amd64.',
        },
      ]
    : [{ path, value, message: `KubeVirt refuses launchSecurity on ${architecture}`, remedy: 'Remove launchSecurity.' }];
}

function typeFaults(vm: VirtualMachineView, launchSecurity: Record<string, any>): Fault[] {
  const types = TYPES.filter((type) => launchSecurity[type] !== undefined);
  if (types.length !== 1) {
    const message = 'on amd64 KubeVirt refuses a VM that has not exactly one of sev, snp and tdx';
    return [{ path: vm.path('domain.launchSecurity'), value: vm.domain.launchSecurity, message, remedy: 'Set one of sev, snp, tdx.' }];
  }
  const [type] = types;
  return atLaunchSecurity(vm, [
    ...firmwareFaults(vm, type),
    ...persistentStateFaults(vm, type),
    ...smmFaults(vm, type),
    ...attestationFaults(vm, launchSecurity),
    ...bootOrderFaults(vm, type),
  ]);
}

function sevFaults(vm: VirtualMachineView, launchSecurity: Record<string, any>): Fault[] {
  return isObject(launchSecurity.sev)
    ? atLaunchSecurity(vm, [...firmwareFaults(vm, 'sev'), ...attestationFaults(vm, launchSecurity), ...bootOrderFaults(vm, 'sev')])
    : [];
}

/** KubeVirt blames launchSecurity for what does not go with it; that of an instance type is blamed on the field of the VM. */
function atLaunchSecurity(vm: VirtualMachineView, faults: readonly Fault[]): Fault[] {
  const { launchSecurity } = vm.domain;
  return launchSecurity === undefined
    ? [...faults]
    : faults.map(({ message, remedy, fix }) => ({ path: vm.path('domain.launchSecurity'), value: launchSecurity, message, remedy, fix }));
}

/** A preference may bring EFI, and say what the VM does not of Secure Boot. */
function firmwareFaults(vm: VirtualMachineView, type: Type): Fault[] {
  if (vm.vmSpec?.preference !== undefined) {
    return [];
  }
  const efi = vm.domain.firmware?.bootloader?.efi;
  const path = vm.path('domain.firmware.bootloader.efi');
  if (!isObject(efi)) {
    const message = `${SHOWN[type]} needs EFI, and KubeVirt refuses the VM without it`;
    const fix = settingIn(vm.manifest, `${path}.secureBoot`, false);
    return [{ path, value: efi, message, remedy: 'Set firmware.bootloader.efi: { secureBoot: false }.', fix }];
  }
  if (type === 'tdx' || efi.secureBoot === false) {
    return [];
  }
  const message = `${SHOWN[type]} excludes Secure Boot, which EFI has unless it is switched off, and KubeVirt refuses the VM`;
  const fix = setting(`${path}.secureBoot`, false);
  return [{ path: `${path}.secureBoot`, value: efi.secureBoot, message, remedy: 'Set firmware.bootloader.efi.secureBoot: false.', fix }];
}

function persistentStateFaults(vm: VirtualMachineView, type: Type): Fault[] {
  if (type === 'sev' || vm.domain.firmware?.bootloader?.efi?.persistent !== true) {
    return [];
  }
  const path = vm.path('domain.firmware.bootloader.efi.persistent');
  const message = `${SHOWN[type]} excludes EFI variables that are kept, and KubeVirt refuses the VM`;
  return [{ path, value: true, message, remedy: 'Remove firmware.bootloader.efi.persistent.', fix: removal(path) }];
}

function smmFaults(vm: VirtualMachineView, type: Type): Fault[] {
  const smm = vm.domain.features?.smm;
  if (type !== 'tdx' || !isObject(smm) || smm.enabled === false) {
    return [];
  }
  const message = 'TDX excludes SMM, and KubeVirt refuses the VM';
  const path = vm.path('domain.features.smm');
  return [{ path, value: smm, message, remedy: 'Set features.smm: { enabled: false }.', fix: setting(`${path}.enabled`, false) }];
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
  return vm.interfaces.flatMap(({ bootOrder, name }, index) => {
    if (bootOrder === undefined) {
      return [];
    }
    const path = vm.path(`domain.devices.interfaces[${index}].bootOrder`);
    const message = `${SHOWN[type]} excludes booting from the network, here ${name}, and KubeVirt refuses the VM`;
    return [{ path, value: bootOrder, message, remedy: 'Remove bootOrder from the interface.', fix: removal(path) }];
  });
}
