import { isHighlyAvailable, KubevirtSource } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** Volumes that begin anew with each start, and those that keep what was written to them. */
const VOLATILE = ['containerDisk', 'ephemeral', 'emptyDisk'];
const LASTING = ['dataVolume', 'persistentVolumeClaim', 'hostDisk'];

export const haDiskNotLasting: Rule<VirtualMachineView> = {
  id: 'ha-disk-not-lasting',
  title: 'A highly available VM has a disk that outlives a restart',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'What a VM writes to a containerDisk, an ephemeral volume or an emptyDisk is gone when it is restarted, and each recovery from a failure is a restart.',
  remediation: 'Give the VM a DataVolume or a claim, or accept this where the guest keeps nothing.',
  references: [KubevirtSource.DISKS_AND_VOLUMES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const first = vm.volumes.findIndex((volume) => sourceOf(volume, VOLATILE) !== undefined);
  if (!isHighlyAvailable(vm) || first < 0) {
    return NOT_APPLICABLE;
  }
  if (vm.volumes.some((volume) => sourceOf(volume, LASTING) !== undefined)) {
    return [];
  }
  const source = String(sourceOf(vm.volumes[first], VOLATILE));
  const message = 'no volume of the VM outlives a restart, and what its guest has written is gone after every failure';
  const remedy = 'Use a dataVolume or a persistentVolumeClaim for what has to last.';
  return [{ manifest: vm.manifest, path: vm.path(`volumes[${first}].${source}`), value: vm.volumes[first][source], message, remedy }];
}

function sourceOf(volume: Record<string, any>, sources: readonly string[]): string | undefined {
  return sources.find((source) => isObject(volume[source]));
}
