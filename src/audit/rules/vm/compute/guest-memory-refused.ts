import { KubevirtSource, updatesLive } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const guestMemoryRefused: Rule<VirtualMachineView> = {
  id: 'guest-memory-refused',
  title: 'Where changes wait for a restart, the memory of the guest fits into the limit of its pod',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a guest with more memory than its pod may use, unless changes reach running VMs (the rollout strategy LiveUpdate, which is the default from 1.6 on).',
  remediation: 'Raise resources.limits.memory, or leave it out.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['limits'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const value = vm.domain.memory?.guest;
  const shownLimit = vm.domain.resources?.limits?.memory;
  const [guest, limit] = [value, shownLimit].map(quantityValue);
  if (guest === undefined || limit === undefined || limit === 0 || updatesLive(context)) {
    return NOT_APPLICABLE;
  }
  const message = `the pod may use ${shownLimit} only, and KubeVirt refuses a guest with more`;
  const remedy = 'Raise resources.limits.memory, or leave it out.';
  return guest > limit ? [{ manifest: vm.manifest, path: vm.path('domain.memory.guest'), value, message, remedy }] : [];
}
