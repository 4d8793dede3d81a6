import { hasMemoryOfPreset, instanceRefused, instanceStage, isInferenceDropped, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { quantityValue } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const memoryNotRequested: Rule<VirtualMachineView> = {
  id: 'memory-not-requested',
  title: 'A VM says how much memory it has',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'Without memory the VM is accepted, but its VirtualMachineInstance is refused, and it never starts.',
  remediation: 'Set domain.memory.guest.',
  references: [KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const hasInstancetype = vm.vmSpec?.instancetype !== undefined && !isInferenceDropped(vm, 'instancetype', cluster);
  if (hasInstancetype || isMisplaced(vm)) {
    return NOT_APPLICABLE;
  }
  const { memory, resources } = vm.domain;
  const isAsked = [resources?.requests?.memory, resources?.limits?.memory].some((amount) => (quantityValue(amount) ?? 0) !== 0);
  if (isAsked || memory?.guest !== undefined || memory?.hugepages !== undefined || hasMemoryOfPreset(vm, graph)) {
    return [];
  }
  const message = `without memory ${instanceRefused(vm)}`;
  return [
    { manifest: vm.manifest, stage: instanceStage(vm), path: vm.path('domain.memory.guest'), message, remedy: 'Set it, e.g. to 4Gi.' },
  ];
}

/** Whether the memory may be there, one level too deep, which is another fault. */
function isMisplaced({ templateMetadata }: VirtualMachineView): boolean {
  return templateMetadata.domain !== undefined || templateMetadata.spec !== undefined;
}
