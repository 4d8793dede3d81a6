import { ROUTE_VALIDATION, ROUTER_UNIQUE_HOST } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { safeSetting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHostUpperCase: Rule<RouteView> = {
  id: 'route-host-upper-case',
  title: 'The host of a Route is in lower case',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The pattern of the CustomResourceDefinition allows capitals, but the API server of OpenShift rejects them, and so does the router.',
  remediation: 'Write the host in lower case.',
  references: [ROUTE_VALIDATION, ROUTER_UNIQUE_HOST],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const fields = ['host', 'subdomain'].filter((field) => typeof route.spec[field] === 'string');
  if (fields.length === 0) {
    return NOT_APPLICABLE;
  }
  return fields
    .filter((field) => /[A-Z]/.test(route.spec[field]))
    .map((field) => ({
      manifest: route.manifest,
      path: `spec.${field}`,
      value: route.spec[field],
      message: 'OpenShift rejects capitals in host names',
      remedy: `Write ${String(route.spec[field]).toLowerCase()}.`,
      fix: safeSetting(`spec.${field}`, String(route.spec[field]).toLowerCase()),
    }));
}
