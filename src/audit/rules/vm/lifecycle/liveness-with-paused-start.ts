import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const livenessWithPausedStart: Rule<VirtualMachineView> = {
  id: 'liveness-with-paused-start',
  title: 'A VM that starts paused has no liveness probe',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A paused guest answers no probe; KubeVirt refuses the combination.',
  remediation: 'Remove startStrategy: Paused or the liveness probe.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['startStrategy'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { startStrategy, livenessProbe } = vm.spec;
  if (!isObject(livenessProbe)) {
    return NOT_APPLICABLE;
  }
  if (startStrategy !== 'Paused') {
    return [];
  }
  const message = 'KubeVirt refuses a VM that starts paused and has a liveness probe, which a paused guest cannot answer';
  const remedy = 'Remove startStrategy or livenessProbe.';
  return [{ manifest: vm.manifest, path: vm.path('startStrategy'), value: startStrategy, message, remedy }];
}
