import { hasSeveralServers, purposeOf, SERVICE_API } from '../../../admission';
import type { ServiceView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const servicePublishesNotReady: Rule<ServiceView> = {
  id: 'service-publishes-not-ready',
  title: 'A Service in front of several VMs sends traffic to ready VMs only',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'publishNotReadyAddresses puts VMs into the endpoints whatever their readiness probes say. It is meant for headless Services that only give VMs their DNS names, and it lets SSH reach a VM whose service is down.',
  remediation: 'Remove publishNotReadyAddresses, or make the Service headless if it is there for DNS names only.',
  references: [SERVICE_API],
  mentions: ['publishNotReadyAddresses'],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  if (graph.virtualMachinesBehind(service.manifest).length === 0) {
    return NOT_APPLICABLE;
  }
  if (!service.publishesNotReadyAddresses || purposeOf(service, graph) !== 'traffic' || !hasSeveralServers(service, graph)) {
    return [];
  }
  return [
    {
      manifest: service.manifest,
      path: 'spec.publishNotReadyAddresses',
      value: true,
      message: 'VMs get traffic while they boot and after their readiness probes have failed, though another could answer',
      remedy: 'Remove the field, or set clusterIP: None if the Service is there for DNS names only.',
      fix: removal('spec.publishNotReadyAddresses'),
    },
  ];
}
