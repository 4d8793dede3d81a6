import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';
import { accessModesOf } from './access-modes';
import type { MigrationBlocker } from './migration-blocker';

/** Volumes that the node a VM moves to cannot use: virtiofs makes no difference to a claim. */
export function volumeMigrationBlockers(vm: VirtualMachineView, graph: ManifestGraph): MigrationBlocker[] {
  return vm.volumes.flatMap((volume, index) => {
    if (isObject(volume.hostDisk)) {
      return volume.hostDisk.shared === true ? [] : [hostDiskBlocker(vm, volume.hostDisk, index)];
    }
    const access = accessModesOf(vm, index, graph);
    if (access === undefined || access.modes.includes('ReadWriteMany')) {
      return [];
    }
    const { path, value, modes, storageClass } = access;
    const giver = storageClass === undefined ? '' : ` by the StorageProfile of the class "${storageClass}"`;
    const message = `the volume "${volume.name}" has ${modes.join(', ')} only${giver}, and both nodes of a migration need to write it`;
    const remedy = 'Use accessModes: [ReadWriteMany] with a storage class that provides it, preferably with volumeMode: Block.';
    return [{ path, value, reason: 'DisksNotLiveMigratable', message, remedy }];
  });
}

function hostDiskBlocker(vm: VirtualMachineView, value: Record<string, any>, index: number): MigrationBlocker {
  return {
    path: vm.path(`volumes[${index}].hostDisk`),
    value,
    reason: 'DisksNotLiveMigratable',
    message: 'a disk image on one host cannot be reached from another',
    remedy: 'Use a ReadWriteMany DataVolume, or set shared: true when every host mounts the same file.',
  };
}
