import { KubevirtSource, networkProbes } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isLoopback } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { safeRemoval } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** Other hosts may be an address of the guest on another network. */
export const probeAsksNode: Rule<VirtualMachineView> = {
  id: 'probe-asks-node',
  title: 'A probe of a VM asks the guest, not the node',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'HTTP and TCP probes come from the kubelet, in the network of the node. A host that means the machine itself is the node: the probe tells whether something on the node listens on the port, and nothing of the guest.',
  remediation: 'Leave host out: the kubelet then asks the address of the pod. The name of a website goes into the header Host.',
  references: [
    KubevirtSource.PROBE_RENDERING,
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  ],
  mentions: ['host'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = networkProbes(vm).filter(({ handler: { host } }) => typeof host === 'string' && host !== '');
  if (probes.length === 0) {
    return NOT_APPLICABLE;
  }
  return probes
    .filter(({ handler: { host } }) => isLoopback(host))
    .map(({ field, handler: { host } }) => {
      const path = vm.path(`${field}.host`);
      const message = 'the kubelet asks, and means its own node by this: the answer says nothing of the guest';
      return { manifest: vm.manifest, path, value: host, message, remedy: 'Leave host out.', fix: safeRemoval(path) };
    });
}
