import { KubevirtSource } from '../../../admission';
import { displayName, isObject, type ServiceView, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const readinessMissingBehindService: Rule<ServiceView> = {
  id: 'readiness-missing-behind-service',
  title: 'A VM behind a Service has a readiness probe',
  severity: Severity.ERROR,
  category: 'availability',
  rationale:
    'Without a readinessProbe a VM is ready as soon as its domain runs: Services and Routes send it traffic while the guest still boots, after each restart again.',
  remediation: 'Add a readinessProbe for the port that the Service forwards to.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const machines = graph.virtualMachinesBehind(service.manifest);
  if (machines.length === 0 || (service.isHeadless && service.publishesNotReadyAddresses)) {
    return NOT_APPLICABLE;
  }
  return machines.filter((vm) => !isObject(vm.spec.readinessProbe)).map((vm) => violation(vm, service));
}

function violation(vm: VirtualMachineView, service: ServiceView): Violation {
  const port = service.tcpPorts[0]?.targetPort;
  const probe = port === undefined ? ' with httpGet, tcpSocket, exec or guestAgentPing' : `, such as tcpSocket on port ${port}`;
  return {
    manifest: vm.manifest,
    path: vm.path('readinessProbe'),
    value: vm.spec.readinessProbe,
    message: `${displayName(service.manifest)} sends traffic to the VM as soon as its domain runs, while the guest still boots`,
    remedy: `Add a readinessProbe${probe}.`,
  };
}
