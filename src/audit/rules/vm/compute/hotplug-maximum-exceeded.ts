import { judgedGuestMemory, judgedTopology, KubevirtSource, updatesLive } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
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

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const pairs = [...socketPair(vm), ...memoryPair(vm, context)];
  if (pairs.length === 0) {
    return NOT_APPLICABLE;
  }
  return pairs
    .filter(({ begins, most }) => (quantityValue(begins) ?? 0) > (quantityValue(most) ?? Number.POSITIVE_INFINITY))
    .map(({ field, value, begins, maximum, most, stage }) => ({
      manifest: vm.manifest,
      stage,
      path: vm.path(`domain.${field}`),
      value,
      message: `${value === undefined ? `it becomes ${begins}, and ` : ''}KubeVirt refuses more than ${maximum}, which is ${most}`,
      remedy: `Raise ${maximum}, or leave it out.`,
    }));
}

/** What a VM begins with, and what it can grow to. */
interface Pair {
  readonly field: string;
  readonly value: unknown;
  readonly begins: unknown;
  readonly maximum: string;
  readonly most: unknown;
  readonly stage?: Stage;
}

/** A maximum of 0 is none. Where KubeVirt judges what is written, the sockets may come with the VM that is made. */
function socketPair(vm: VirtualMachineView): Pair[] {
  const { sockets, maxSockets } = vm.domain.cpu ?? {};
  const begins = judgedTopology(vm, true).sockets;
  const stage = judgedTopology(vm).sockets === begins ? Stage.APPLY : Stage.START;
  return maxSockets === undefined || maxSockets === 0
    ? []
    : [{ field: 'cpu.sockets', value: sockets, begins, maximum: 'maxSockets', most: maxSockets, stage }];
}

/** Nobody looks at the memory of an instance that no VM stands behind, nor where changes wait for a restart. */
function memoryPair(vm: VirtualMachineView, context: RuleContext): Pair[] {
  const { guest, maxGuest } = vm.domain.memory ?? {};
  const begins = judgedGuestMemory(vm);
  return maxGuest === undefined || begins === undefined || vm.vmSpec === undefined || !updatesLive(context)
    ? []
    : [{ field: 'memory.guest', value: guest, begins, maximum: 'maxGuest', most: maxGuest }];
}
