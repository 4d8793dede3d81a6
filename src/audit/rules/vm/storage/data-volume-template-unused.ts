import { claimNameOf, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { appending } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeTemplateUnused: Rule<VirtualMachineView> = {
  id: 'data-volume-template-unused',
  title: 'Every DataVolume template is used by a volume',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a template that no volume of the VM refers to.',
  remediation: 'Add a dataVolume volume with the name of the template.',
  references: [KubevirtSource.DATA_VOLUME_TEMPLATE_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const templates = vm.dataVolumeTemplates;
  if (templates.length === 0) {
    return NOT_APPLICABLE;
  }
  const claims = vm.volumes.map(claimNameOf).filter((claim) => typeof claim === 'string');
  return templates.flatMap((template, index) => {
    const name = template.metadata?.name;
    if (typeof name !== 'string' || name === '' || claims.includes(name)) {
      return [];
    }
    const message = 'no volume of the VM refers to this template, and KubeVirt refuses the VM';
    const remedy = `Add a volume with dataVolume: {name: ${name}} to ${vm.path('volumes')}.`;
    const path = vm.vmFieldPath(`dataVolumeTemplates[${index}].metadata.name`);
    const isTaken = vm.volumes.some((volume) => volume.name === name);
    const fix = isTaken ? undefined : appending(vm.manifest, vm.path('volumes'), { name, dataVolume: { name } });
    return [{ manifest: vm.manifest, path, value: name, message, remedy, fix }];
  });
}
