import { architectureOf, instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture, type ClusterProfile } from '../../../../cluster';
import { DISK_TARGETS } from '../../../../facts';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { removal, settingIn } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const BUSES = ['', 'virtio', 'scsi'];

export const featureUnsupportedOnArm64: Rule<VirtualMachineView> = {
  id: 'feature-unsupported-on-arm64',
  title: 'A VM on arm64 uses what arm64 has',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'On arm64 there is no BIOS, no Secure Boot, no sound, no CPU model but host-passthrough, and no disk on sata or usb. KubeVirt checks it when the VM starts, not when it is created.',
  remediation: 'Remove the field, or use another architecture.',
  references: [KubevirtSource.ARCHITECTURES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { cluster } = context;
  if (architectureOf(vm, context) !== Architecture.ARM64) {
    return NOT_APPLICABLE;
  }
  const outcome = instanceRefused(vm);
  return [...firmwareFaults(vm, cluster), ...deviceFaults(vm)].map(({ field, value, fault, remedy, wanted }) => ({
    manifest: vm.manifest,
    stage: instanceStage(vm),
    path: vm.path(`domain.${field}`),
    value,
    message: `${fault}: ${outcome}`,
    remedy,
    fix: wanted === undefined ? removal(vm.path(`domain.${field}`)) : settingIn(vm.manifest, vm.path(`domain.${field}`), wanted),
  }));
}

interface Fault {
  readonly field: string;
  readonly value: unknown;
  readonly fault: string;
  readonly remedy: string;
  /** The value to write; undefined: the field is to be left out. */
  readonly wanted?: unknown;
}

/**
 * Up to 1.7 KubeVirt refuses Secure Boot on arm64, which EFI has unless it, or a preference, switches it off; up to 1.5 only one
 * CPU model.
 */
function firmwareFaults(vm: VirtualMachineView, cluster: ClusterProfile): Fault[] {
  const { bios, efi } = vm.domain.firmware?.bootloader ?? {};
  const model = vm.domain.cpu?.model;
  const faults: Fault[] = [];
  if (isObject(bios)) {
    faults.push({ field: 'firmware.bootloader.bios', value: bios, fault: 'arm64 boots with EFI', remedy: 'Use efi: {secureBoot: false}.' });
  }
  const mayBeSwitchedOff = efi?.secureBoot === undefined && vm.vmSpec?.preference !== undefined;
  if (isObject(efi) && efi.secureBoot !== false && !mayBeSwitchedOff && !cluster.atLeast('1.8')) {
    const field = 'firmware.bootloader.efi.secureBoot';
    faults.push({ field, value: efi.secureBoot, fault: 'arm64 has no Secure Boot', remedy: 'Set secureBoot: false.', wanted: false });
  }
  if (cluster.atLeast('1.6') ? isOtherModel(model) : model === 'host-model') {
    faults.push({ field: 'cpu.model', value: model, fault: 'arm64 has host-passthrough only', remedy: 'Remove it.' });
  }
  return faults;
}

function isOtherModel(model: unknown): boolean {
  return typeof model === 'string' && model !== '' && model !== 'host-passthrough';
}

function deviceFaults(vm: VirtualMachineView): Fault[] {
  const { sound } = vm.devices;
  const buses = DISK_TARGETS.flatMap((target) => fieldValues(vm.devices, ['disks[]', target, 'bus']));
  return [
    ...buses
      .filter(({ value }) => !BUSES.includes(String(value)))
      .map(({ path, value }) => ({
        field: `devices.${path}`,
        value,
        fault: 'arm64 has virtio and scsi only',
        remedy: 'Use virtio or scsi.',
        wanted: 'virtio',
      })),
    ...(isObject(sound) ? [{ field: 'devices.sound', value: sound, fault: 'arm64 has no sound device', remedy: 'Remove it.' }] : []),
  ];
}
