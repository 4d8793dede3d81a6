import { hasSeveralServers, KubevirtSource, lacksReadinessProbe, purposeOf } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { displayName, type ManifestGraph, type ServiceView, type VirtualMachineView } from '../../../graph';
import { readinessByService } from '../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const readinessMissingBehindService: Rule<VirtualMachineView> = {
  id: 'readiness-missing-behind-service',
  title: 'Each of several VMs behind a Service has a readiness probe',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale:
    'Without a readinessProbe a VM is ready as soon as its domain runs: Services and Routes send it traffic while the guest still boots, after each restart again, instead of to the VM that is up. Where a Service has one VM, nobody else could answer, and nothing is lost.',
  remediation: 'Add a readinessProbe for the port that the Service forwards to.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const services = graph.servicesInFrontOf(vm);
  if (services.length === 0) {
    return NOT_APPLICABLE;
  }
  const service = lacksReadinessProbe(vm) ? services.find((candidate) => isSpread(candidate, graph)) : undefined;
  return service === undefined ? [] : [violation(vm, service)];
}

/** Whether the Service could send what it sends to one VM to another one as well. */
function isSpread(service: ServiceView, graph: ManifestGraph): boolean {
  return !service.publishesNotReadyAddresses && purposeOf(service, graph) === 'traffic' && hasSeveralServers(service, graph);
}

function violation(vm: VirtualMachineView, service: ServiceView): Violation {
  const port = service.tcpPorts[0]?.targetPort;
  const probe = port === undefined ? ' with httpGet, tcpSocket, exec or guestAgentPing' : `, such as tcpSocket on port ${port}`;
  return {
    manifest: vm.manifest,
    path: vm.path('readinessProbe'),
    value: vm.spec.readinessProbe,
    message: `${displayName(service.manifest)} sends traffic to the VM as soon as its domain runs, while the guest still boots and another VM could answer`,
    remedy: `Add a readinessProbe${probe}.`,
    fix: readinessByService(vm, service),
  };
}
