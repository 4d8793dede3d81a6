import { hasSeveralServers, KubevirtSource, lacksReadinessProbe, purposeOf } from '../../../admission';
import { displayName, type ServiceView, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const bootingVmReachable: Rule<ServiceView> = {
  id: 'booting-vm-reachable',
  title: 'Sessions and lookups that several VMs share do not lead to one that boots',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Without a readinessProbe a VM is ready as soon as its domain runs. Of several VMs behind a Service for SSH, remote desktops or DNS, or behind a headless one that all of them share, a client gets the address of one that still boots as often as any other. It is refused and has to try again.',
  remediation: 'Add a readinessProbe for the port that clients use.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const machines = graph.virtualMachinesBehind(service.manifest);
  if (machines.length === 0) {
    return NOT_APPLICABLE;
  }
  const unknown = machines.filter(lacksReadinessProbe);
  if (unknown.length === 0 || service.publishesNotReadyAddresses || !hasSeveralServers(service, graph)) {
    return [];
  }
  const purpose = purposeOf(service, graph);
  return purpose === 'administration' || purpose === 'discovery' ? unknown.map((vm) => violation(vm, service)) : [];
}

function violation(vm: VirtualMachineView, service: ServiceView): Violation {
  const port = service.tcpPorts[0]?.targetPort;
  return {
    manifest: vm.manifest,
    path: vm.path('readinessProbe'),
    value: vm.spec.readinessProbe,
    message: `${displayName(service.manifest)} leads clients to the VM while its guest still boots, though another VM could take them`,
    remedy:
      port === undefined
        ? 'Add a readinessProbe with guestAgentPing or exec, or leave it if clients try again.'
        : `Add a readinessProbe with tcpSocket on port ${port}, or leave it if clients try again.`,
  };
}
