import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { safeRemoval } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const livenessSuccessThreshold: Rule<VirtualMachineView> = {
  id: 'liveness-success-threshold',
  title: 'A liveness probe has the success threshold 1',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'Kubernetes refuses the pod of a VM whose liveness probe has another success threshold: the VM is accepted and never starts.',
  remediation: 'Leave successThreshold out of liveness probes.',
  references: [KubevirtSource.POD_PROBES, KubevirtSource.PROBE_RENDERING],
  mentions: ['successThreshold'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { livenessProbe } = vm.spec;
  if (!isObject(livenessProbe)) {
    return NOT_APPLICABLE;
  }
  const value = livenessProbe.successThreshold;
  if (typeof value !== 'number' || value <= 1) {
    return [];
  }
  const message = 'Kubernetes allows 1 only and refuses the pod, so the VM is accepted and never starts';
  const remedy = 'Remove successThreshold from the liveness probe.';
  const path = vm.path('livenessProbe.successThreshold');
  return [{ manifest: vm.manifest, path, value, message, remedy, fix: safeRemoval(path) }];
}
