import { isHighlyAvailable, KubevirtSource, tolerationSeconds } from '../../../../admission';
import { DEFAULT_TOLERATION_SECONDS, FAILOVER_SECONDS, NODE_FAILURE_TAINTS } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { appending, setting } from '../../../fix';
import { hardening } from '../../../hardening';
import { type Fix, NOT_APPLICABLE, type Outcome, optionOf, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const haFailoverDelayed: Rule<VirtualMachineView> = {
  id: 'ha-failover-delayed',
  title: 'A highly available VM leaves a failed node soon',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'The API server lets pods stay for 300 s on a node that does not answer, unless their tolerations say otherwise. Failover begins after that.',
  remediation: 'Add tolerations with tolerationSeconds for not-ready and unreachable.',
  references: [KubevirtSource.TAINT_EVICTION],
  options: {
    mostSeconds: {
      description: 'The most seconds that a VM may stay on a node that has failed.',
      default: DEFAULT_TOLERATION_SECONDS,
      minimum: 0,
    },
  },
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  const value = vm.spec.tolerations;
  const most = optionOf(haFailoverDelayed, 'mostSeconds', context);
  const seconds = Math.min(FAILOVER_SECONDS, most);
  return NODE_FAILURE_TAINTS.flatMap((taint) => {
    const message = faultOf(taint, tolerationSeconds(vm, taint), most);
    if (message === undefined) {
      return [];
    }
    const remedy = `Add {key: ${taint}, operator: Exists, effect: NoExecute, tolerationSeconds: ${seconds}}.`;
    return [{ manifest: vm.manifest, path: vm.path('tolerations'), value, message, remedy, fix: tolerating(vm, taint, seconds) }];
  });
}

/** Of several tolerations for a taint the one with the fewest seconds counts. */
function tolerating(vm: VirtualMachineView, taint: string, seconds: number): Fix {
  const path = vm.path('tolerations');
  const index = objectsOf(vm.spec.tolerations).findIndex(({ key, effect }) => key === taint && effect === 'NoExecute');
  const entry = { key: taint, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: seconds };
  return hardening(index < 0 ? appending(vm.manifest, path, entry) : setting(`${path}[${index}].tolerationSeconds`, seconds));
}

function faultOf(taint: string, seconds: number | undefined, most: number): string | undefined {
  if (seconds === undefined && most <= DEFAULT_TOLERATION_SECONDS) {
    return `without a toleration for ${taint} the VM stays on a failed node for ${DEFAULT_TOLERATION_SECONDS} s before its failover begins`;
  }
  if (seconds === Number.POSITIVE_INFINITY) {
    return `the toleration for ${taint} has no tolerationSeconds, so the VM stays on a failed node for ever`;
  }
  return seconds !== undefined && seconds > most
    ? `the VM stays on a node with ${taint} for ${seconds} s before its failover begins`
    : undefined;
}
