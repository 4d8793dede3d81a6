import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { defaultNetworkIsMultus, displayName, type VirtualMachineView } from '../../../graph';
import { appending, together } from '../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const podNetworkMissingBehindService: Rule<VirtualMachineView> = {
  id: 'pod-network-missing-behind-service',
  title: 'A VM behind a Service has an interface on the pod network',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'Services send traffic to the address of the pod. A guest that is not connected to the pod network never sees it.',
  remediation: 'Connect an interface to the pod network.',
  references: [KubevirtSource.INTERFACES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

/** The name `default` is the one that KubeVirt gives the pod network itself. */
function connecting(vm: VirtualMachineView): Fix | undefined {
  const name = 'default';
  const isTaken = [...vm.networks, ...vm.interfaces].some((other) => other.name === name);
  const network = appending(vm.manifest, vm.path('networks'), { name, pod: {} });
  const connected = appending(vm.manifest, vm.path('domain.devices.interfaces'), { name, masquerade: {} });
  return isTaken ? undefined : together(network, connected);
}

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const service = defaultNetworkIsMultus(vm) ? undefined : graph.servicesInFrontOf(vm).find(({ isHeadless }) => !isHeadless);
  if (service === undefined) {
    return NOT_APPLICABLE;
  }
  if (vm.podConnection !== undefined) {
    return [];
  }
  return [
    {
      manifest: vm.manifest,
      path: vm.path('networks'),
      value: vm.spec.networks,
      message: `${displayName(service.manifest)} sends traffic to the address of the pod, and no interface of the guest is connected to the pod network`,
      remedy: 'Add a network with pod: {} and an interface of the same name with masquerade: {}.',
      fix: connecting(vm),
    },
  ];
}
