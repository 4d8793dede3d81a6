import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { defaultNetworkIsMultus, displayName, type ServiceView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const podNetworkMissingBehindService: Rule<ServiceView> = {
  id: 'pod-network-missing-behind-service',
  title: 'A VM behind a Service has an interface on the pod network',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'Services send traffic to the address of the pod. A guest that is not connected to the pod network never sees it.',
  remediation: 'Connect an interface to the pod network.',
  references: [KubevirtSource.INTERFACES],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const machines = graph.virtualMachinesBehind(service.manifest).filter((vm) => !defaultNetworkIsMultus(vm));
  if (machines.length === 0 || service.isHeadless) {
    return NOT_APPLICABLE;
  }
  return machines
    .filter((vm) => vm.podConnection === undefined)
    .map((vm) => ({
      manifest: vm.manifest,
      path: vm.path('networks'),
      value: vm.spec.networks,
      message: `${displayName(service.manifest)} sends traffic to the address of the pod, and no interface of the guest is connected to the pod network`,
      remedy: 'Add a network with pod: {} and an interface of the same name with masquerade: {}.',
    }));
}
