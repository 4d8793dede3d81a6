import { DISK_TARGETS, PROBE_DEFAULTS, WATCHDOG_OF_ARCHITECTURE } from '../../facts';
import { isObject, objectsOf } from '../../graph';
import {
  defaultBus,
  defaultGuestMemory,
  defaultMachineType,
  defaultPullPolicy,
  hasImplicitNetwork,
  isNone,
  volumesWithoutDevice,
  WATCHDOG_ACTION,
} from './computed';
import { HYPERV_DEFAULTS } from './hyperv-defaults';
import type { DefaultContext, MutatingDefault } from './mutating-default';
import { RANDOM } from './mutating-default';
import { defaultTopology, isUnsaid, writtenTopology } from './topology';

const DISK = 'domain.devices.disks[]';
const ARM64 = ['arm64'];
const S390X = ['s390x'];

/**
 * What KubeVirt's webhook writes into each VirtualMachineInstance when it is created, in this order: later values see earlier ones.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/defaults/defaults.go
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/staging/src/kubevirt.io/api/core/v1/defaults.go
 */
export const INSTANCE_DEFAULTS: readonly MutatingDefault[] = [
  { field: 'architecture', value: ({ architecture }) => architecture },
  {
    field: 'domain.machine.type',
    makesParents: true,
    value: ({ architecture, configuration }) => defaultMachineType(architecture, configuration),
  },
  { field: 'domain.resources.requests.memory', makesParents: true, until: '1.5', isUnset: isNone, value: requestedMemory },
  {
    field: 'domain.resources.requests.cpu',
    makesParents: true,
    isUnset: isNone,
    value: ({ spec }) => (isNone(spec.domain?.resources?.limits?.cpu) ? undefined : spec.domain.resources.limits.cpu),
  },
  { field: 'domain.memory.guest', makesParents: true, value: ({ spec }) => defaultGuestMemory(spec) },
  ...(['sockets', 'cores', 'threads'] as const).map(
    (part): MutatingDefault => ({
      field: `domain.cpu.${part}`,
      makesParents: true,
      isUnset: (count) => count === 0,
      value: ({ given, spec }) => (isUnsaid(writtenTopology(given)) ? defaultTopology(spec)[part] : undefined),
    }),
  ),
  { field: 'volumes[].containerDisk.imagePullPolicy', value: ({ parent }) => defaultPullPolicy(parent.image) },
  // An empty strategy stays, and is refused.
  { field: 'evictionStrategy', isUnset: () => false, value: ({ configuration }) => configuration.evictionStrategy || 'None' },
  {
    field: 'domain.devices.interfaces',
    makesParents: true,
    isUnset: isEmpty,
    value: ({ given, configuration }) => (hasImplicitNetwork(given) ? [implicitInterface(configuration)] : undefined),
  },
  { field: 'networks', isUnset: isEmpty, value: ({ given }) => (hasImplicitNetwork(given) ? [{ name: 'default', pod: {} }] : undefined) },
  { field: 'domain.devices.disks', makesParents: true, isUnset: () => true, value: disksOfVolumes },
  { field: 'domain.features.acpi.enabled', makesParents: true, architectures: S390X, value: () => false },
  { field: 'domain.features.acpi.enabled', makesParents: true, value: () => true },
  { field: 'domain.firmware.uuid', makesParents: true, value: () => RANDOM },
  { field: `${DISK}.disk`, value: ({ parent }) => (isObject(parent.cdrom) || isObject(parent.lun) ? undefined : {}) },
  { field: `${DISK}.cdrom.readonly`, value: () => true },
  { field: `${DISK}.cdrom.tray`, value: () => 'closed' },
  { field: `${DISK}.blockSize.matchVolume.enabled`, value: () => true },
  { field: 'domain.devices.gpus[].virtualGPUOptions.display.ramFB.enabled', value: () => true },
  { field: 'domain.devices.inputs[].bus', value: () => 'usb' },
  { field: 'domain.devices.inputs[].type', value: () => 'tablet' },
  ...['readinessProbe', 'livenessProbe'].flatMap(probeDefaults),
  ...['hpet', 'kvm', 'pit', 'rtc', 'hyperv'].map(
    (timer): MutatingDefault => ({ field: `domain.clock.timer.${timer}.present`, value: () => true }),
  ),
  ...['apic', 'smm', 'pvspinlock'].map((feature): MutatingDefault => ({ field: `domain.features.${feature}.enabled`, value: () => true })),
  ...HYPERV_DEFAULTS,
  ...DISK_TARGETS.map(
    (target): MutatingDefault => ({ field: `${DISK}.${target}.bus`, value: ({ architecture }) => defaultBus(architecture) }),
  ),
  ...Object.entries(WATCHDOG_OF_ARCHITECTURE).flatMap(watchdogDefaults),
  {
    field: 'domain.firmware.bootloader',
    makesParents: true,
    architectures: ARM64,
    until: '1.7',
    value: () => ({ efi: { secureBoot: false } }),
  },
  { field: 'domain.firmware.bootloader', makesParents: true, architectures: ARM64, since: '1.8', value: () => ({ efi: {} }) },
  { field: 'domain.firmware.bootloader.efi.secureBoot', architectures: ARM64, since: '1.8', value: () => false },
  { field: 'domain.cpu.model', makesParents: true, architectures: ARM64, value: () => 'host-passthrough' },
  { field: 'domain.cpu.model', makesParents: true, value: ({ configuration }) => configuration.cpuModel || 'host-model' },
];

/** Only 1.5 requests memory in the instance: that of the limit, or the part of that of the guest that over-commit leaves. */
function requestedMemory({ spec, configuration }: DefaultContext): unknown {
  const { memory, resources } = spec.domain ?? {};
  if (!isNone(resources?.limits?.memory)) {
    return resources.limits.memory;
  }
  const overcommit = configuration.developerConfiguration?.memoryOvercommit ?? 100;
  const amount = memory?.guest ?? (isObject(memory?.hugepages) ? memory.hugepages.pageSize : undefined);
  return overcommit === 100 && !isNone(amount) ? amount : undefined;
}

function implicitInterface({ network }: Record<string, any>): object {
  return { name: 'default', [network?.defaultNetworkInterface === 'masquerade' ? 'masquerade' : 'bridge']: {} };
}

function disksOfVolumes({ spec }: DefaultContext): unknown {
  const volumes = objectsOf(spec.volumes);
  const disks = volumesWithoutDevice(spec).map((index) => ({ name: volumes[index].name }));
  return disks.length === 0 ? undefined : [...objectsOf(spec.domain?.devices?.disks), ...disks];
}

function watchdogDefaults([architecture, device]: [string, string | undefined]): MutatingDefault[] {
  const field = `domain.devices.watchdog.${device}`;
  const architectures = [architecture];
  return [
    { field, architectures, value: () => ({}) },
    { field: `${field}.action`, architectures, value: () => WATCHDOG_ACTION },
  ];
}

function probeDefaults(probe: string): MutatingDefault[] {
  return Object.entries(PROBE_DEFAULTS).map(([name, value]) => ({
    field: `${probe}.${name}`,
    isUnset: (count) => typeof count === 'number' && count < 1,
    value: () => value,
  }));
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}
