import { KubevirtSource, type TolerationFault, tolerationFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { objectsOf, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';
import { tolerationFix } from '../../toleration-fix';

/** Fields that KubeVirt refuses before: `vm-field-value-unknown`. */
const CLOSED = ['operator', 'effect'];

export const tolerationInvalid: Rule<VirtualMachineView> = {
  id: 'toleration-invalid',
  title: 'The tolerations of a VM are what Kubernetes accepts of a pod',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt looks at the values of operator and effect only. Kubernetes refuses the pod of a VM whose tolerations are wrong in another ' +
    'way, and the VM never starts.',
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
  return tolerations.flatMap((toleration, index) =>
    tolerationFaults(toleration)
      .filter(({ field }) => !CLOSED.includes(field))
      .map((fault) => violation(vm, index, toleration, fault)),
  );
}

function violation(vm: VirtualMachineView, index: number, toleration: Record<string, any>, { field, refused, remedy }: TolerationFault) {
  const path = vm.path(`tolerations[${index}].${field}`);
  return {
    manifest: vm.manifest,
    path,
    value: toleration[field],
    message: `Kubernetes refuses ${refused}, so the VM never starts`,
    remedy,
    fix: tolerationFix(vm.path(`tolerations[${index}]`), toleration, field),
  };
}
