import { KubevirtSource, type TolerationFault, tolerationFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { objectsOf, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const tolerationInvalid: Rule<VirtualMachineView> = {
  id: 'toleration-invalid',
  title: 'The tolerations of a VM are what Kubernetes accepts of a pod',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt looks at operator and effect only, which must not be empty texts. Kubernetes refuses the pod of a VM whose tolerations ' +
    'are wrong in another way, and the VM never starts.',
  remediation:
    'Set tolerationSeconds with effect: NoExecute only, value with operator: Equal only, and a key unless the operator is Exists.',
  references: [KubevirtSource.TAINT_EVICTION, KubevirtSource.POD_VALIDATION],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const tolerations = objectsOf(vm.spec.tolerations);
  if (tolerations.length === 0) {
    return NOT_APPLICABLE;
  }
  return tolerations.flatMap((toleration, index) => [
    ...tolerationFaults(toleration).map((fault) => violation(vm, index, toleration, fault, 'Kubernetes', 'so the VM never starts')),
    ...emptyTexts(toleration).map((fault) => violation(vm, index, toleration, fault, 'KubeVirt', 'so the VM is not accepted')),
  ]);
}

function violation(
  vm: VirtualMachineView,
  index: number,
  toleration: Record<string, any>,
  { field, refused, remedy }: TolerationFault,
  who: string,
  outcome: string,
) {
  const path = vm.path(`tolerations[${index}].${field}`);
  return { manifest: vm.manifest, path, value: toleration[field], message: `${who} refuses ${refused}, ${outcome}`, remedy };
}

/** What Kubernetes takes for not set, and the schema that KubeVirt checks VMs against does not. */
function emptyTexts(toleration: Record<string, any>): TolerationFault[] {
  return ['operator', 'effect']
    .filter((field) => toleration[field] === '')
    .map((field) => ({ field, refused: `an empty ${field}`, remedy: 'Leave it out.' }));
}
