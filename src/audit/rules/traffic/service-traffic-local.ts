import { displayName, type ServiceView } from '../../../graph';
import { removal } from '../../fix';
import { listed } from '../../listed';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const PATH = 'spec.internalTrafficPolicy';

export const serviceTrafficLocal: Rule<ServiceView> = {
  id: 'service-traffic-local',
  title: 'A Service in front of VMs leads to them from every node',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'With internalTrafficPolicy: Local a client in the cluster reaches endpoints on its own node only, and its connections are dropped where there are none. That is for pods of which each node has one: a VM is on one node, and after a migration on another one.',
  remediation: 'Leave internalTrafficPolicy out.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/'],
  mentions: ['internalTrafficPolicy'],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const machines = graph.virtualMachinesBehind(service.manifest);
  if (machines.length === 0 || service.isHeadless || service.spec.internalTrafficPolicy === undefined) {
    return NOT_APPLICABLE;
  }
  if (service.spec.internalTrafficPolicy !== 'Local') {
    return [];
  }
  const names = listed(machines, ({ manifest }) => displayName(manifest));
  const message = `clients on nodes without ${names} are not let through: their connections are dropped`;
  return [{ manifest: service.manifest, path: PATH, value: 'Local', message, remedy: 'Leave it out.', fix: removal(PATH) }];
}
