import { KubevirtSource, secondsOfToleration, tolerates, tolerationSeconds } from '../../../../admission';
import { NODE_FAILURE_TAINTS, OUT_OF_SERVICE_TAINT } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const [, UNREACHABLE] = NODE_FAILURE_TAINTS;

/** One that tolerates only the second taint is given up after the first: its pod is about to end when the node is declared down. */
export const tolerationOutlivesNode: Rule<VirtualMachineView> = {
  id: 'toleration-outlives-node',
  title: 'A VM does not tolerate that its node is out of service',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'Taints take pods from a node that does not answer, and from one that is known to be down. A VM that tolerates both for ever, as with operator: Exists and no key, keeps its pod there when its node has failed and has been fenced, and is not started elsewhere until somebody deletes the pod or the node. It is a habit of agents that belong on every node.',
  remediation: 'Tolerate the taints of the nodes that the VM is meant for, by their keys.',
  references: [
    KubevirtSource.TAINT_EVICTION,
    'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown',
  ],
  mentions: ['tolerations'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const tolerations = objectsOf(vm.spec.tolerations);
  if (tolerations.length === 0) {
    return NOT_APPLICABLE;
  }
  const lasting = tolerations.filter((toleration) => tolerates(toleration, OUT_OF_SERVICE_TAINT));
  const staysForEver = lasting.every((toleration) => secondsOfToleration(toleration) === Infinity);
  if (lasting.length === 0 || !staysForEver || tolerationSeconds(vm, UNREACHABLE) !== Infinity) {
    return [];
  }
  const path = vm.path(`tolerations[${tolerations.indexOf(lasting[0])}]`);
  const message = `the VM tolerates for ever that its node does not answer, and that it is out of service: after a failure of the node it is not started elsewhere until somebody deletes its pod, or the node`;
  const remedy = 'Tolerate by their keys the taints of the nodes that the VM is meant for.';
  return [{ manifest: vm.manifest, path, value: lasting[0], message, remedy, fix: removal(path) }];
}
