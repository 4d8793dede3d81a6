import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { parseFieldPath, valueAt } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { removal, safeRemoval, setting } from '../../../fix';
import { hardening } from '../../../hardening';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const runStrategyNotExactlyOne: Rule<VirtualMachineView> = {
  id: 'run-strategy-not-exactly-one',
  title: 'A VM says once how it is kept running',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM with both runStrategy and the deprecated running, and one with neither.',
  remediation: 'Set runStrategy and leave running out.',
  references: [KubevirtSource.VM_ADMITTER, KubevirtSource.RUN_STRATEGIES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (vm.vmSpec === undefined) {
    return NOT_APPLICABLE;
  }
  const { running, runStrategy } = vm.vmSpec;
  if (isSet(running) && isSet(runStrategy)) {
    const message = 'KubeVirt refuses a VM that sets runStrategy as well';
    const remedy = 'Remove running, which is deprecated, and keep runStrategy.';
    return [
      {
        manifest: vm.manifest,
        path: vm.vmFieldPath('running'),
        value: running,
        message,
        remedy,
        fix: withoutRunning(vm.vmFieldPath('running'), vm.vmSpec),
      },
    ];
  }
  if (!isSet(running) && !isSet(runStrategy)) {
    const message = 'KubeVirt refuses a VM that does not say how it is kept running';
    const remedy = 'Set runStrategy: Always for a VM that has to stay up.';
    const value = valueAt(vm.manifest, parseFieldPath(vm.vmPath));
    return [
      {
        manifest: vm.manifest,
        path: vm.vmPath,
        value,
        shown: 'without runStrategy',
        message,
        remedy,
        fix: hardening(setting(vm.vmFieldPath('runStrategy'), 'Always')),
      },
    ];
  }
  return [];
}

/** Where both say the same, running says nothing. */
function withoutRunning(path: string, { running, runStrategy }: Record<string, any>): Fix {
  const saysTheSame = (running === true && runStrategy === 'Always') || (running === false && runStrategy === 'Halted');
  return saysTheSame ? safeRemoval(path) : removal(path);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
