import { SERVICE_API } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { ServiceView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const servicePortNameMissing: Rule<ServiceView> = {
  id: 'service-port-name-missing',
  title: 'Each of several ports of a Service in front of VMs has a name',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server accepts a port without name only where it is the only one.',
  remediation: 'Give each port a name.',
  references: [SERVICE_API],
  subjects: (graph) => graph.services,
  evaluate,
};

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  if (graph.virtualMachinesBehind(service.manifest).length === 0) {
    return NOT_APPLICABLE;
  }
  const { ports } = service;
  return ports.length < 2
    ? []
    : ports
        .filter(({ name }) => name === undefined)
        .map(({ index }) => ({
          manifest: service.manifest,
          path: `spec.ports[${index}].name`,
          message: 'the API server rejects a Service with several ports of which one has no name',
          remedy: 'Give each port a name, such as http.',
        }));
}
