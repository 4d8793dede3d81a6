import { POOL_CONTROLLER, POOL_GUIDE } from '../../../admission';
import { FIRST_RELEASE_OF_POOL_STRATEGIES } from '../../../facts';
import type { VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const poolScaleInDeletesDisks: Rule<VirtualMachineView> = {
  id: 'pool-scale-in-deletes-disks',
  title: 'A pool that says nothing of its disks loses them when it gets smaller',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'When a pool gets smaller it removes any of its VMs, with their disks. An autoscaler does that every night, a mistyped number once.',
  remediation: 'Set statePreservation: Offline, or Disabled where the disks can be lost.',
  references: [POOL_CONTROLLER, POOL_GUIDE],
  mentions: ['VirtualMachinePool'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { kind, spec } = vm.manifest;
  if (kind !== 'VirtualMachinePool' || vm.dataVolumeTemplates.length === 0 || !cluster.atLeast(FIRST_RELEASE_OF_POOL_STRATEGIES)) {
    return NOT_APPLICABLE;
  }
  const { proactive, opportunistic, unmanaged } = spec.scaleInStrategy ?? {};
  if (unmanaged !== undefined || (proactive ?? opportunistic)?.statePreservation !== undefined) {
    return [];
  }
  const path = opportunistic === undefined ? 'spec.scaleInStrategy.proactive' : 'spec.scaleInStrategy.opportunistic';
  const message = 'the disks of a VM that the pool removes are deleted';
  const remedy = 'Set statePreservation: Offline, or Disabled where the disks can be lost.';
  return [{ manifest: vm.manifest, path: `${path}.statePreservation`, message, remedy }];
}
