import { type ManifestGraph, objectsOf, type VirtualMachineNode } from '../graph';

/** A feature of a VM that its cluster has to enable. */
export interface GatedFeature {
  readonly gate: string;
  /** The KubeVirt release from which on it needs no entry in the KubeVirt object, as far as known. */
  readonly enabledSince?: string;
  /** Manifest path of the field that uses it. */
  readonly path: string;
  readonly value: unknown;
}

const FIRST_RELEASE_WITH_BETA_GATES_ON = '1.9';

/** The features behind a gate that a VM uses. */
export function gatedFeatures(vm: VirtualMachineNode): GatedFeature[] {
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
    ...domainFields
      .filter(({ value }) => isUsed(value))
      .map(({ gate, field, value }) => ({ gate, enabledSince, path: vm.path(`domain.${field}`), value })),
    ...vm.volumes.flatMap((volume, index) =>
      isUsed(volume.hostDisk)
        ? [{ gate: 'HostDisk', enabledSince, path: vm.path(`volumes[${index}].hostDisk`), value: volume.hostDisk }]
        : [],
    ),
    ...vm.disks.flatMap((disk, index) =>
      disk.lun?.reservation === true
        ? [{ gate: 'PersistentReservation', enabledSince, path: vm.path(`domain.devices.disks[${index}].lun.reservation`), value: true }]
        : [],
    ),
  ];
}

function waitAsReceiver(vm: VirtualMachineNode): GatedFeature[] {
  const value = vm.vmSpec?.runStrategy;
  return value === 'WaitAsReceiver' ? [{ gate: 'DecentralizedLiveMigration', path: vm.vmFieldPath('runStrategy'), value }] : [];
}

/** The gates that the KubeVirt object of the graph lists; undefined when the graph has none. */
export function listedGates(graph: ManifestGraph): ReadonlySet<string> | undefined {
  const objects = graph.ofKind('kubevirt.io', 'KubeVirt');
  if (objects.length === 0) {
    return undefined;
  }
  return new Set(objectsOf(objects).flatMap((kubevirt) => kubevirt.spec?.configuration?.developerConfiguration?.featureGates ?? []));
}

function isUsed(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
