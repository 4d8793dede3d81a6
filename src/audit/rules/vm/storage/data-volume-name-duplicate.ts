import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { displayName, eachObjectOnce, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeNameDuplicate: Rule<ManifestGraph> = {
  id: 'data-volume-name-duplicate',
  title: 'No two VMs of a namespace make a DataVolume of the same name',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'A DataVolume is made once: the second VM would come up on the disk of the first, or not at all.',
  remediation: 'Give each DataVolume template a name of its own, e.g. with the name of its VM.',
  references: [KubevirtSource.DATA_VOLUME_TEMPLATE_ADMITTER],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const templates = eachObjectOnce(graph.virtualMachines, graph).flatMap(templatesOf);
  if (templates.length === 0) {
    return NOT_APPLICABLE;
  }
  const owners = new Map<string, VirtualMachineView>();
  return templates.flatMap(({ vm, index, name }) => {
    const key = `${vm.namespace ?? ''}/${name}`;
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, vm);
      return [];
    }
    const path = vm.vmFieldPath(`dataVolumeTemplates[${index}].metadata.name`);
    const message =
      owner === vm ? 'the VM has another template of this name' : `${displayName(owner.manifest)} makes a DataVolume of this name`;
    const remedy = 'Give each template a name of its own, e.g. with the name of its VM.';
    return [{ manifest: vm.manifest, path, value: name, message, remedy }];
  });
}

/** A pool appends the number of the VM to the names of its DataVolumes. */
function templatesOf(vm: VirtualMachineView) {
  const pooled = vm.manifest.kind === 'VirtualMachinePool';
  return vm.dataVolumeTemplates.flatMap(({ metadata }, index) => {
    const name = `${metadata?.name ?? ''}`;
    return name === '' ? [] : [{ vm, index, name: pooled ? `${name} of the pool ${vm.name}` : name }];
  });
}
