import { isAutoscaled, podsOf } from '../../../admission';
import { FIRST_RELEASE_OF_POOL_STRATEGIES } from '../../../facts';
import { isObject, type VirtualMachineView } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const poolUpdatedAtOnce: Rule<VirtualMachineView> = {
  id: 'pool-updated-at-once',
  title: 'A pool keeps some of its VMs up while it is updated',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'A pool restarts its VMs by itself when its template changes, and maxUnavailable is 100% unless it is set: all of them at once.',
  remediation: 'Set maxUnavailable: 1.',
  references: ['https://kubevirt.io/user-guide/user_workloads/pool/'],
  mentions: ['VirtualMachinePool'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const { kind, spec } = vm.manifest;
  const autoscaled = isAutoscaled(vm.manifest, graph);
  if (kind !== 'VirtualMachinePool' || (podsOf(vm) < 2 && !autoscaled) || !cluster.atLeast(FIRST_RELEASE_OF_POOL_STRATEGIES)) {
    return NOT_APPLICABLE;
  }
  const { maxUnavailable, updateStrategy } = isObject(spec) ? spec : {};
  const leavesAlone = updateStrategy?.unmanaged !== undefined || updateStrategy?.opportunistic !== undefined;
  if (leavesAlone || (maxUnavailable !== undefined && maxUnavailable !== '100%')) {
    return [];
  }
  const message = `a change of the template restarts all ${autoscaled ? '' : `${podsOf(vm)} `}VMs at once`;
  return [
    {
      manifest: vm.manifest,
      path: 'spec.maxUnavailable',
      value: maxUnavailable,
      message,
      remedy: 'Set maxUnavailable: 1.',
      fix: setting('spec.maxUnavailable', 1),
    },
  ];
}
