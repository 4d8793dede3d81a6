import { Lazy } from 'cdk8s';
import type { Architecture } from '../../cluster';
import type { Arguments } from '../../errors';
import {
  type DevicePreferences,
  type FeaturePreferences,
  type FirmwarePreferences,
  type PreferenceRequirements as KubeRequirements,
  Quantity,
  type VirtualMachinePreferenceSpec,
} from '../../imports';
import { renderCpuFeatures } from '../compute/cpu';
import { renderTpm } from '../compute/firmware';
import { given } from '../vm-fields';
import type { PreferenceProps, PreferenceRequirements } from './preference-props';

/** @param architecture that of the cluster, where the preference requires none; asked when the manifest is rendered */
export function renderPreferenceSpec(
  args: Arguments,
  props: PreferenceProps,
  architecture: () => Architecture,
): VirtualMachinePreferenceSpec {
  const required = props.requirements?.architecture;
  const ofGuests = required === undefined ? architecture : () => required;
  const { cpuTopology, cpuFeatures, machineType, storageClassName, requirements } = props;
  return {
    clock: renderClock(props),
    cpu: given({ preferredCPUTopology: cpuTopology, preferredCPUFeatures: cpuFeatures && renderCpuFeatures(cpuFeatures) }),
    devices: given(renderDevices(props)),
    features: renderFeatures(args, props, ofGuests),
    firmware: renderFirmware(props, ofGuests),
    machine: given({ preferredMachineType: machineType }),
    volumes: given({ preferredStorageClassName: storageClassName }),
    preferredTerminationGracePeriodSeconds: args.seconds('terminationGracePeriod', props.terminationGracePeriod),
    requirements: requirements && renderRequirements(args, requirements),
  };
}

function renderClock({ clock }: PreferenceProps): VirtualMachinePreferenceSpec['clock'] {
  const rendered = clock?._render();
  return rendered && { preferredClockOffset: given({ utc: rendered.utc, timezone: rendered.timezone }), preferredTimer: rendered.timer };
}

function renderDevices(props: PreferenceProps): DevicePreferences {
  const { tpm, tablet } = props;
  return {
    preferredTPM: tpm && renderTpm(tpm),
    preferredDiskBus: props.diskBus,
    preferredCdromBus: props.cdromBus,
    preferredInterfaceModel: props.interfaceModel,
    preferredNetworkInterfaceMultiQueue: props.networkInterfaceMultiqueue,
    preferredBlockMultiQueue: props.blockMultiQueue,
    preferredRng: props.rng ? {} : undefined,
    ...(tablet && { preferredAutoattachInputDevice: true, preferredInputType: 'tablet', preferredInputBus: tablet }),
    preferredPanicDeviceModel: props.panicDeviceModel,
  };
}

function renderFeatures(args: Arguments, { hyperv, firmware }: PreferenceProps, architecture: () => Architecture): FeaturePreferences {
  const features = hyperv?._render();
  if (features?.hypervPassthrough !== undefined) {
    const rule = 'a preference has no passthrough, which would keep VMs from being live-migrated';
    args.refuse('hyperv-passthrough-preferred', 'hyperv', 'passthrough', rule, 'Use HypervFeatures.recommended().');
  }
  const preferredHyperv = features?.hyperv;
  return Lazy.any({ produce: () => given({ preferredHyperv, preferredSmm: firmware?._smm(architecture()) }) });
}

function renderFirmware({ firmware }: PreferenceProps, architecture: () => Architecture): FirmwarePreferences | undefined {
  const bootloader = firmware?._render(architecture);
  if (bootloader?.efi !== undefined) {
    return { preferredEfi: bootloader.efi };
  }
  return bootloader && { preferredUseBios: true, preferredUseBiosSerial: bootloader.bios?.useSerial };
}

function renderRequirements(args: Arguments, { cpu, memory, architecture }: PreferenceRequirements): KubeRequirements {
  const [vcpus, size] = [args.integer('requirements.cpu', cpu, { min: 1 }), args.quantity('requirements.memory', memory)];
  return {
    cpu: vcpus === undefined ? undefined : { guest: vcpus },
    memory: size === undefined ? undefined : { guest: Quantity.fromString(size) },
    architecture,
  };
}
