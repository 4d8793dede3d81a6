import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const ioThreadsPoolEmpty: Rule<VirtualMachineView> = {
  id: 'io-threads-pool-empty',
  title: 'A pool of I/O threads has threads',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses ioThreadsPolicy supplementalPool without a number of threads.',
  remediation: 'Set ioThreads.supplementalPoolThreadCount.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['ioThreadsPolicy'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (vm.domain.ioThreadsPolicy !== 'supplementalPool') {
    return NOT_APPLICABLE;
  }
  const value = vm.domain.ioThreads?.supplementalPoolThreadCount;
  const message = 'KubeVirt refuses ioThreadsPolicy supplementalPool without a number of threads above 0';
  const path = vm.path('domain.ioThreads.supplementalPoolThreadCount');
  return typeof value === 'number' && value >= 1
    ? []
    : [{ manifest: vm.manifest, path, value, message, remedy: 'Set it to 4, for example.' }];
}
