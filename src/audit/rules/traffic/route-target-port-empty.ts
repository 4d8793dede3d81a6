import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeTargetPortEmpty: Rule<RouteView> = {
  id: 'route-target-port-empty',
  title: 'The port of a Route is a name or a number',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server rejects an empty targetPort and the port 0.',
  remediation: 'Use the name of the port of the Service.',
  references: [ROUTE_VALIDATION],
  mentions: ['targetPort'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const target = route.spec.port?.targetPort;
  if (target === undefined) {
    return NOT_APPLICABLE;
  }
  return target === '' || target === 0
    ? [
        {
          manifest: route.manifest,
          path: 'spec.port.targetPort',
          value: target,
          message: 'the API server rejects a Route with an empty port',
          remedy: 'Set it to the name of the port of the Service, or remove spec.port if the Service has one port.',
        },
      ]
    : [];
}
