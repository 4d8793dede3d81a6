import { KubevirtSource } from '../../../../admission';
import { isObject, matchLabelSelector, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const topologySpreadCountsOthers: Rule<VirtualMachineView> = {
  id: 'topology-spread-counts-others',
  title: 'A topology spread constraint counts the VM that has it',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'The scheduler counts the pods that the labelSelector of a constraint selects. Where the pod of the VM is none of them, VMs of the same template do not see one another, and may all go to one node.',
  remediation: 'Let the labelSelector match the labels of the template.',
  references: [KubevirtSource.TOPOLOGY_SPREAD],
  mentions: ['topologySpreadConstraints'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const constraints = objectsOf(vm.spec.topologySpreadConstraints);
  if (constraints.length === 0) {
    return NOT_APPLICABLE;
  }
  return constraints.flatMap(({ labelSelector }, index) => {
    const isKnown = labelSelector === undefined || isObject(labelSelector);
    if (!isKnown || (labelSelector !== undefined && matchLabelSelector(labelSelector, vm.launcherLabels))) {
      return [];
    }
    const path = vm.path(`topologySpreadConstraints[${index}].labelSelector`);
    const message =
      labelSelector === undefined
        ? 'without it the constraint counts no pod, and spreads nothing'
        : 'it does not match the labels of the template, so that the constraint counts other pods and not this VM';
    return [{ manifest: vm.manifest, path, value: labelSelector, message, remedy: `Select labels of ${labelsPath(vm)}.` }];
  });
}

function labelsPath(vm: VirtualMachineView): string {
  return vm.templateMetadataPath('labels');
}
