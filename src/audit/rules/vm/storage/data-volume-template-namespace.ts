import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { safeRemoval } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const dataVolumeTemplateNamespace: Rule<VirtualMachineView> = {
  id: 'data-volume-template-namespace',
  title: 'DataVolume templates are in the namespace of their VM',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt creates the DataVolume beside the VM and refuses a template for another namespace.',
  remediation: 'Leave metadata.namespace out of the template.',
  references: [KubevirtSource.DATA_VOLUME_TEMPLATE_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const templates = vm.dataVolumeTemplates;
  if (templates.length === 0 || vm.namespace === undefined) {
    return NOT_APPLICABLE;
  }
  return templates.flatMap((template, index) => {
    const value = template.metadata?.namespace;
    const path = vm.vmFieldPath(`dataVolumeTemplates[${index}].metadata.namespace`);
    const stage = vm.isReplicated ? Stage.START : Stage.APPLY;
    const refused = vm.isReplicated ? 'the VMs of the pool' : 'a template for another';
    const message = `the VM is in the namespace ${vm.namespace}, and KubeVirt refuses ${refused}`;
    const same = value === undefined || value === '' || value === vm.namespace;
    const remedy = 'Remove the namespace from the template.';
    return same ? [] : [{ manifest: vm.manifest, stage, path, value, message, remedy, fix: safeRemoval(path) }];
  });
}
