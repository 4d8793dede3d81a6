import { hasSeveralServers, KubevirtSource, lacksReadinessProbe, purposeOf } from '../../../admission';
import { displayName, type ManifestGraph, type ServiceView, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const bootingVmReachable: Rule<VirtualMachineView> = {
  id: 'booting-vm-reachable',
  title: 'Sessions and lookups that several VMs share do not lead to one that boots',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Without a readinessProbe a VM is ready as soon as its domain runs. Of several VMs behind a Service for SSH, remote desktops or DNS, or behind a headless one that all of them share, a client gets the address of one that still boots as often as any other. It is refused and has to try again.',
  remediation: 'Add a readinessProbe for the port that clients use.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const services = graph.servicesInFrontOf(vm);
  if (services.length === 0) {
    return NOT_APPLICABLE;
  }
  const service = lacksReadinessProbe(vm) ? services.find((candidate) => leadsToAny(candidate, graph)) : undefined;
  return service === undefined ? [] : [violation(vm, service)];
}

/** Whether a client gets any of several VMs, and finds out by itself whether it is there. */
function leadsToAny(service: ServiceView, graph: ManifestGraph): boolean {
  const isOpen = !service.publishesNotReadyAddresses && hasSeveralServers(service, graph);
  return isOpen && ['administration', 'discovery'].includes(purposeOf(service, graph));
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
