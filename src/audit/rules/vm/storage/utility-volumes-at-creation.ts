import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { removal, safeRemoval } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const utilityVolumesAtCreation: Rule<VirtualMachineView> = {
  id: 'utility-volumes-at-creation',
  title: 'Utility volumes are plugged in later',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a new VM with utility volumes: they are for what runs already, such as a backup or a memory dump.',
  remediation: 'Remove utilityVolumes.',
  references: [KubevirtSource.HOTPLUG_ADMITTER],
  mentions: ['utilityVolumes'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

/** An empty list goes away when a VM or an instance is written; groups keep it, and are refused for it. */
function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { utilityVolumes: value } = vm.spec;
  if (!Array.isArray(value) || !cluster.atLeast('1.8')) {
    return NOT_APPLICABLE;
  }
  const message = 'KubeVirt refuses a VM that is created with utility volumes, which are plugged into an instance that runs';
  const path = vm.path('utilityVolumes');
  return value.length === 0 && !vm.isReplicated
    ? []
    : [{ manifest: vm.manifest, path, value, message, remedy: 'Remove it.', fix: value.length === 0 ? safeRemoval(path) : removal(path) }];
}
