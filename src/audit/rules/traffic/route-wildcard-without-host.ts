import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeWildcardWithoutHost: Rule<RouteView> = {
  id: 'route-wildcard-without-host',
  title: 'A wildcard Route has a host',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'With wildcardPolicy Subdomain the Route claims all hosts beside its own one in a domain: the API server rejects it without a host.',
  remediation: 'Set spec.host.',
  references: [ROUTE_VALIDATION],
  mentions: ['wildcardPolicy'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (route.spec.wildcardPolicy !== 'Subdomain') {
    return NOT_APPLICABLE;
  }
  return route.spec.host
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.host',
          value: route.spec.host,
          message: 'a Route with wildcardPolicy Subdomain claims the domain of its host, and the API server rejects it without one',
          remedy: 'Set the host to a name in that domain, such as www.apps.example.com for *.apps.example.com.',
        },
      ];
}
