import { ROUTE_VALIDATION, ROUTER_BACKENDS } from '../../../admission';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeSubdomainIgnored: Rule<RouteView> = {
  id: 'route-subdomain-ignored',
  title: 'A Route has a host or a subdomain, not both',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'subdomain is for Routes that take the domain of each router that serves them. With host set the routers do not look at it.',
  remediation: 'Remove one of the two.',
  references: [ROUTE_VALIDATION, ROUTER_BACKENDS],
  mentions: ['subdomain'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { host, subdomain } = route.spec;
  if (!subdomain) {
    return NOT_APPLICABLE;
  }
  return host
    ? [
        {
          manifest: route.manifest,
          path: 'spec.subdomain',
          value: subdomain,
          message: `the router serves the host ${host} only, and does not look at the subdomain`,
          remedy: 'Remove one of the two.',
        },
      ]
    : [];
}
