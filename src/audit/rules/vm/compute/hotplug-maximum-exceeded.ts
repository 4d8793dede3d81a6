import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hotplugMaximumExceeded: Rule<VirtualMachineView> = {
  id: 'hotplug-maximum-exceeded',
  title: 'A VM begins with no more than it can grow to',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses more sockets than maxSockets, and more memory than maxGuest.',
  remediation: 'Raise the maximum, or leave it out.',
  references: [KubevirtSource.VM_ADMITTER, KubevirtSource.VMI_ADMITTER],
  mentions: ['maxGuest', 'maxSockets'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { cpu, memory } = vm.domain;
  const pairs = [
    { field: 'cpu.sockets', value: cpu?.sockets, maximum: 'maxSockets', most: cpu?.maxSockets },
    { field: 'memory.guest', value: memory?.guest, maximum: 'maxGuest', most: memory?.maxGuest },
  ].filter(({ value, most }) => value !== undefined && most !== undefined && most !== 0);
  if (pairs.length === 0) {
    return NOT_APPLICABLE;
  }
  return pairs
    .filter(({ value, most }) => (quantityValue(value) ?? 0) > (quantityValue(most) ?? Number.POSITIVE_INFINITY))
    .map(({ field, value, maximum, most }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.${field}`),
      value,
      message: `KubeVirt refuses more than ${maximum}, which is ${most}`,
      remedy: `Raise ${maximum}, or leave it out.`,
    }));
}
