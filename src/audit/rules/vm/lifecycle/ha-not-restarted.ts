import { isHighlyAvailable, KubevirtSource, runStrategyOf, runStrategyPath } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { RESTARTING_RUN_STRATEGIES } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';
import { startingAgain } from '../../../starting-again';

export const haNotRestarted: Rule<VirtualMachineView> = {
  id: 'ha-not-restarted',
  title: 'A highly available VM is started again after a failure',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale: 'Manual, Once and Halted leave a VM that has ended as it is, and nothing recreates a bare VirtualMachineInstance.',
  remediation: 'Set runStrategy: Always.',
  references: [KubevirtSource.RUN_STRATEGIES, KubevirtSource.VM_CONTROLLER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  if (vm.manifest.kind === 'VirtualMachineInstance') {
    const message = 'it is to be highly available, and nothing recreates a bare VirtualMachineInstance';
    return [
      { manifest: vm.manifest, path: 'kind', value: vm.manifest.kind, message, remedy: 'Use a VirtualMachine with runStrategy: Always.' },
    ];
  }
  const strategy = runStrategyOf(vm);
  if (strategy === undefined || RESTARTING_RUN_STRATEGIES.includes(strategy)) {
    return [];
  }
  const message = `the VM is to be highly available, and ${strategy} does not start it again after a failure`;
  const value = vm.vmSpec?.runStrategy ?? vm.vmSpec?.running;
  return [{ manifest: vm.manifest, path: runStrategyPath(vm), value, message, remedy: 'Set runStrategy: Always.', fix: startingAgain(vm) }];
}
