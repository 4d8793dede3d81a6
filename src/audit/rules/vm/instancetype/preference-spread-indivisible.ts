import {
  type CpuSpread,
  instancetypeOf,
  machineStage,
  preferenceOf,
  SPREAD_ADMISSION,
  spreadOf,
  THREADS_PER_CORE,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const preferenceSpreadIndivisible: Rule<VirtualMachineView> = {
  id: 'preference-spread-indivisible',
  title: 'The CPUs of an instance type can be spread as the preference asks for',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM whose preference spreads CPUs in a ratio that does not divide those of its instance type.',
  remediation: 'Use an instance type with a multiple of the ratio, or another preference.',
  references: [SPREAD_ADMISSION],
  mentions: ['preference'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const spread = spreadOf(preferenceOf(vm, graph));
  const cpus = instancetypeOf(vm, graph)?.cpu?.guest;
  if (spread === undefined || !Number.isInteger(cpus)) {
    return NOT_APPLICABLE;
  }
  const divisor = divisorOf(spread);
  if (divisor === undefined || cpus % divisor === 0) {
    return [];
  }
  const message = `it brings ${cpus} vCPUs, which the preference spreads in parts of ${divisor}, and KubeVirt refuses the VM`;
  const remedy = `Use an instance type with a multiple of ${divisor} vCPUs, or another preference.`;
  const path = vm.vmFieldPath('instancetype');
  return [{ manifest: vm.manifest, stage: machineStage(vm), path, value: vm.vmSpec?.instancetype, message, remedy }];
}

/** What the number of CPUs must be a multiple of; undefined: the ratio is none. */
function divisorOf({ across, ratio }: CpuSpread): number | undefined {
  if (!Number.isInteger(ratio) || ratio < 1) {
    return undefined;
  }
  return across === 'SocketsCoresThreads' ? ratio * THREADS_PER_CORE : ratio;
}
