import { KubevirtSource, networkProbes } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const probeWithoutPodNetwork: Rule<VirtualMachineView> = {
  id: 'probe-without-pod-network',
  title: 'HTTP and TCP probes have the pod network to come through',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The kubelet probes the address of the pod, so KubeVirt refuses httpGet and tcpSocket probes of a VM without the pod network. A VM that ' +
    'names no network gets it before it is checked; the template of a pool or replica set does not.',
  remediation: 'Connect the VM to the pod network, or probe from inside with exec or guestAgentPing.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = networkProbes(vm);
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  if ((vm.hasImplicitPodNetwork && !vm.isReplicated) || vm.networks.some((network) => isObject(network.pod))) {
    return [];
  }
  const message = vm.hasImplicitPodNetwork
    ? 'KubeVirt refuses it, because it gives a template without networks the pod network only when it makes a VM of it'
    : 'KubeVirt refuses it on a VM without the pod network, through which the kubelet would connect';
  const remedy = 'Add a network with pod: {} and a masquerade interface, or use exec or guestAgentPing.';
  return probes.map(({ field, handler }) => ({ manifest: vm.manifest, path: vm.path(field), value: handler, message, remedy }));
}
