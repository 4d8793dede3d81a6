import { FIRST_RELEASE_WITH_BETA_GATES_ON } from '../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../graph';
import type { GatedFeature } from './gated-feature';

const CONFIG_VOLUMES = ['configMap', 'secret', 'serviceAccount', 'downwardAPI'];
const OLDER_VIRTIOFS_GATES = ['ExperimentalVirtiofsSupport', 'EnableVirtioFsPVC'];

/** The features behind a gate that the disks, volumes and file systems of a VM use. */
export function storageFeatures(vm: VirtualMachineView): GatedFeature[] {
  const enabledSince = FIRST_RELEASE_WITH_BETA_GATES_ON;
  const volumes = vm.volumes.flatMap(({ hostDisk, downwardMetrics }, index) => [
    { gate: 'HostDisk', enabledSince, path: vm.path(`volumes[${index}].hostDisk`), value: hostDisk },
    { gate: 'DownwardMetrics', enabledSince, path: vm.path(`volumes[${index}].downwardMetrics`), value: downwardMetrics },
  ]);
  const disks = vm.disks.flatMap(({ lun, cdrom, name }, index) => {
    const path = vm.path(`domain.devices.disks[${index}]`);
    const isEmpty = isObject(cdrom) && !vm.volumes.some((volume) => volume.name === name);
    return [
      ...(lun?.reservation === true ? [{ gate: 'PersistentReservation', enabledSince, path: `${path}.lun.reservation`, value: true }] : []),
      ...(isEmpty ? [{ gate: 'DeclarativeHotplugVolumes', enabledSince, path: `${path}.cdrom`, value: cdrom }] : []),
    ];
  });
  return [...volumes.filter(({ value }) => isObject(value)), ...disks, ...filesystemFeatures(vm)];
}

function filesystemFeatures(vm: VirtualMachineView): GatedFeature[] {
  return objectsOf(vm.devices.filesystems).map((value, index) => {
    const volume = vm.volumes.find(({ name }) => name === value.name);
    const isConfig = volume === undefined || CONFIG_VOLUMES.some((source) => isObject(volume[source]));
    return {
      gate: isConfig ? 'EnableVirtioFsConfigVolumes' : 'EnableVirtioFsStorageVolumes',
      alternatives: OLDER_VIRTIOFS_GATES,
      enabledSince: isConfig ? '1.8' : undefined,
      path: vm.path(`domain.devices.filesystems[${index}]`),
      value,
    };
  });
}
