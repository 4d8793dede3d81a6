import { FIRST_RELEASE_WITH_BETA_GATES_ON } from '../facts';
import { type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import type { GatedFeature } from './gated-feature';
import { kubevirtObjects } from './kubevirt-configuration';
import { storageFeatures } from './storage-feature-gates';

/** The features behind a gate that a VM uses. */
export function gatedFeatures(vm: VirtualMachineView): GatedFeature[] {
  const { devices, domain } = vm;
  const enabledSince = FIRST_RELEASE_WITH_BETA_GATES_ON;
  const domainFields = [
    { gate: 'HostDevices', field: 'devices.hostDevices', value: devices.hostDevices },
    { gate: 'PanicDevices', field: 'devices.panicDevices', value: devices.panicDevices },
    { gate: 'VideoConfig', field: 'devices.video', value: devices.video },
    { gate: 'VSOCK', field: 'devices.autoattachVSOCK', value: devices.autoattachVSOCK === true ? true : undefined },
    { gate: 'DownwardMetrics', field: 'devices.downwardMetrics', value: devices.downwardMetrics },
    { gate: 'RebootPolicy', field: 'rebootPolicy', value: domain.rebootPolicy },
  ];
  return [
    ...waitAsReceiver(vm),
    ...persistentState(vm),
    ...memoryEncryption(vm),
    ...domainFields
      .filter(({ value }) => isUsed(value))
      .map(({ gate, field, value }) => ({ gate, enabledSince, path: vm.path(`domain.${field}`), value })),
    ...storageFeatures(vm),
    ...interfaceFeatures(vm),
  ];
}

function interfaceFeatures(vm: VirtualMachineView): GatedFeature[] {
  return vm.interfaces.flatMap(({ passtBinding, portRanges }, index) => {
    const path = (field: string) => vm.path(`domain.devices.interfaces[${index}].${field}`);
    return [
      ...(isUsed(passtBinding)
        ? [{ gate: 'PasstBinding', enabledSince: FIRST_RELEASE_WITH_BETA_GATES_ON, path: path('passtBinding'), value: passtBinding }]
        : []),
      ...(isUsed(portRanges) ? [{ gate: 'PortRangesSpec', path: path('portRanges'), value: portRanges }] : []),
    ];
  });
}

/** State of TPM and EFI that is kept on a volume: behind a gate in 1.5 only. */
function persistentState(vm: VirtualMachineView): GatedFeature[] {
  const places = [
    { field: 'devices.tpm.persistent', value: vm.devices.tpm?.persistent },
    { field: 'firmware.bootloader.efi.persistent', value: vm.domain.firmware?.bootloader?.efi?.persistent },
  ];
  return places
    .filter(({ value }) => value === true)
    .map(({ field, value }) => ({ gate: 'VMPersistentState', enabledSince: '1.6', path: vm.path(`domain.${field}`), value }));
}

/** Behind alpha gates in 1.8; that of SEV is a beta gate later, as far as known from 1.9 on. */
function memoryEncryption(vm: VirtualMachineView): GatedFeature[] {
  const { launchSecurity } = vm.domain;
  const types = [
    { gate: 'WorkloadEncryptionSEV', enabledSince: FIRST_RELEASE_WITH_BETA_GATES_ON, field: 'sev', value: launchSecurity?.sev },
    { gate: 'WorkloadEncryptionSEV', enabledSince: FIRST_RELEASE_WITH_BETA_GATES_ON, field: 'snp', value: launchSecurity?.snp },
    { gate: 'WorkloadEncryptionTDX', field: 'tdx', value: launchSecurity?.tdx },
  ];
  return types
    .filter(({ value }) => isUsed(value))
    .map(({ field, ...feature }) => ({ ...feature, path: vm.path(`domain.launchSecurity.${field}`) }));
}

function waitAsReceiver(vm: VirtualMachineView): GatedFeature[] {
  const value = vm.vmSpec?.runStrategy;
  return value === 'WaitAsReceiver' ? [{ gate: 'DecentralizedLiveMigration', path: vm.vmFieldPath('runStrategy'), value }] : [];
}

/** The gates that the KubeVirt object of the graph lists; undefined when the graph has none that is whole. */
export function listedGates(graph: ManifestGraph): ReadonlySet<string> | undefined {
  const objects = kubevirtObjects(graph);
  if (objects.length === 0) {
    return undefined;
  }
  return new Set(objectsOf(objects).flatMap((kubevirt) => kubevirt.spec?.configuration?.developerConfiguration?.featureGates ?? []));
}

function isUsed(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
