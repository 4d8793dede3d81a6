import { hasSeveralServers, isHighlyAvailable, KubevirtSource, lacksReadinessProbe, purposeOf } from '../../../../admission';
import { IntentAnnotation } from '../../../../facts';
import { displayName, type VirtualMachineView } from '../../../../graph';
import { readinessByService } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const haReadinessMissing: Rule<VirtualMachineView> = {
  id: 'ha-readiness-missing',
  title: 'A highly available VM behind a Service says when it serves',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Without a readinessProbe a VM is ready as soon as its domain runs. A single VM loses no traffic by it, but its Ready condition, and the alerts that watch it, say that all is well while the guest boots and while its service is down.',
  remediation: 'Add a readinessProbe for the port that the Service forwards to.',
  references: [KubevirtSource.PROBE_RENDERING, KubevirtSource.PROBES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  if (!isHighlyAvailable(vm) && vm.annotations[IntentAnnotation.RECOVERY_OBJECTIVE] === undefined) {
    return NOT_APPLICABLE;
  }
  const served = graph.servicesInFrontOf(vm).filter((service) => purposeOf(service, graph) === 'traffic');
  const isTold = served.some((service) => !service.publishesNotReadyAddresses && hasSeveralServers(service, graph));
  if (served.length === 0 || !lacksReadinessProbe(vm) || isTold) {
    return [];
  }
  const message = `the VM is to be highly available, and nothing tells whether what ${displayName(served[0].manifest)} sends it is answered: it counts as ready as soon as its domain runs`;
  const port = served[0].tcpPorts[0]?.targetPort;
  const remedy = port === undefined ? 'Add a readinessProbe.' : `Add a readinessProbe, such as tcpSocket on port ${port}.`;
  return [
    {
      manifest: vm.manifest,
      path: vm.path('readinessProbe'),
      value: vm.spec.readinessProbe,
      message,
      remedy,
      fix: readinessByService(vm, served[0]),
    },
  ];
}
