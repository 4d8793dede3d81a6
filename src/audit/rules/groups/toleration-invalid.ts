import { KubevirtSource } from '../../../admission';
import { objectsOf, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const tolerationInvalid: Rule<VirtualMachineView> = {
  id: 'toleration-invalid',
  title: 'The tolerations of a VM are what Kubernetes accepts of a pod',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt does not look at tolerations. Kubernetes refuses the pod of such a VM, and the VM never starts.',
  remediation:
    'Set tolerationSeconds with effect: NoExecute only, value with operator: Equal only, and a key unless the operator is Exists.',
  references: [KubevirtSource.TAINT_EVICTION],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const tolerations = objectsOf(vm.spec.tolerations);
  if (tolerations.length === 0) {
    return NOT_APPLICABLE;
  }
  return tolerations.flatMap((value, index) => {
    const fault = faultOf(value);
    return fault === undefined ? [] : [{ manifest: vm.manifest, path: vm.path(`tolerations[${index}]`), value, ...fault }];
  });
}

function faultOf({ key, operator, value, effect, tolerationSeconds }: Record<string, any>) {
  if (isSet(tolerationSeconds) && effect !== 'NoExecute') {
    const message = 'Kubernetes refuses tolerationSeconds without effect: NoExecute, so the VM never starts';
    return { message, remedy: 'Add effect: NoExecute, or remove tolerationSeconds.' };
  }
  if (!isSet(key) && operator !== 'Exists') {
    const message = 'Kubernetes refuses a toleration without a key unless its operator is Exists, so the VM never starts';
    return { message, remedy: 'Add the key of the taint.' };
  }
  if (operator === 'Exists' && isSet(value)) {
    const message = 'Kubernetes refuses a value together with operator: Exists, so the VM never starts';
    return { message, remedy: 'Remove the value, or use operator: Equal.' };
  }
  return undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
