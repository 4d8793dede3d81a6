import { KubevirtSource, updatesLive } from '../../../../admission';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const guestMemoryExceedsLimit: Rule<VirtualMachineView> = {
  id: 'guest-memory-exceeds-limit',
  title: 'The memory of the guest fits into the limit of its pod',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'A guest with more memory than its pod may use is killed once it uses it.',
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
  if (guest === undefined || limit === undefined || limit === 0 || !updatesLive(context)) {
    return NOT_APPLICABLE;
  }
  const message = `the pod may use ${shownLimit} only, and the VM is killed once its guest uses more`;
  const remedy = 'Raise resources.limits.memory, or leave it out.';
  return guest > limit ? [{ manifest: vm.manifest, path: vm.path('domain.memory.guest'), value, message, remedy }] : [];
}
