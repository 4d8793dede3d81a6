import { claimNameOf, podsOf, setOf } from '../../../../admission';
import { displayName, eachObjectOnce, isObject, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const claimSharedByMachines: Rule<ManifestGraph> = {
  id: 'claim-shared-by-machines',
  title: 'A claim belongs to one VM',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Two guests that write one disk without a cluster file system destroy it; where the storage prevents that, the second VM does not start.',
  remediation: 'Give each VM a claim of its own, or mark the disk shareable in all of them.',
  references: ['https://kubevirt.io/user-guide/storage/disks_and_volumes/'],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const uses = eachObjectOnce(graph.virtualMachines, graph).flatMap(usesOf);
  if (uses.length === 0) {
    return NOT_APPLICABLE;
  }
  const owners = new Map<string, VirtualMachineView>();
  return uses.flatMap(({ vm, path, claim }) => {
    const key = `${vm.namespace ?? ''}/${claim}`;
    const owner = owners.get(key);
    owners.set(key, owner ?? vm);
    const pooled = podsOf(vm) > 1;
    if ((owner === undefined || owner === vm) && !pooled) {
      return [];
    }
    const other = pooled ? `all ${podsOf(vm)} VMs of the ${setOf(vm)} write` : `${displayName((owner ?? vm).manifest)} writes`;
    const remedy = 'Give each VM a claim of its own, or set shareable: true on the disk in each of them.';
    return [{ manifest: vm.manifest, path, value: claim, message: `${other} the same disk, which two guests destroy`, remedy }];
  });
}

/** The claims that a VM writes as disks; a pool makes those of its templates for each VM anew. */
function usesOf(vm: VirtualMachineView) {
  const disks = vm.disks.filter((disk) => disk.shareable !== true && !isReadOnly(disk)).map(({ name }) => name);
  const own = vm.manifest.kind === 'VirtualMachinePool' ? vm.dataVolumeTemplates.map(({ metadata }) => metadata?.name) : [];
  return vm.volumes.flatMap((volume, index) => {
    const claim = claimNameOf(volume);
    const field = volume.dataVolume === undefined ? 'persistentVolumeClaim.claimName' : 'dataVolume.name';
    const isWritten = disks.includes(volume.name) && volume.persistentVolumeClaim?.readOnly !== true;
    const isUse = typeof claim === 'string' && isWritten && !own.includes(claim);
    return isUse ? [{ vm, path: vm.path(`volumes[${index}].${field}`), claim }] : [];
  });
}

function isReadOnly({ disk, lun, cdrom }: Record<string, any>): boolean {
  return disk?.readonly === true || lun?.readonly === true || (isObject(cdrom) && cdrom.readonly !== false);
}
