import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeTemplateUnnamed: Rule<VirtualMachineView> = {
  id: 'data-volume-template-unnamed',
  title: 'Every DataVolume template has a name',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a template without a name, because no volume could use it.',
  remediation: 'Set metadata.name.',
  references: [KubevirtSource.DATA_VOLUME_TEMPLATE_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const templates = vm.dataVolumeTemplates;
  if (templates.length === 0) {
    return NOT_APPLICABLE;
  }
  return templates.flatMap((template, index) => {
    const value = template.metadata?.name;
    const path = vm.vmFieldPath(`dataVolumeTemplates[${index}].metadata.name`);
    const message = 'KubeVirt refuses a DataVolume template without a name';
    const remedy = 'Give it a name, and refer to it in a dataVolume volume.';
    return value === undefined || value === '' ? [{ manifest: vm.manifest, path, value, message, remedy }] : [];
  });
}
