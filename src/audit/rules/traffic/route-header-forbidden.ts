import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { FORBIDDEN_ROUTE_HEADERS, type RouteView, routeHeaderActions } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHeaderForbidden: Rule<RouteView> = {
  id: 'route-header-forbidden',
  title: 'A Route leaves the headers of the router alone',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The router needs Cookie and Set-Cookie for stickiness and sets Strict-Transport-Security itself; Proxy is refused for safety.',
  remediation: 'Remove the action. Strict-Transport-Security is set by the annotation haproxy.router.openshift.io/hsts_header.',
  references: [ROUTE_VALIDATION],
  mentions: ['httpHeaders'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const actions = routeHeaderActions(route);
  if (actions.length === 0) {
    return NOT_APPLICABLE;
  }
  return actions
    .filter(({ name }) => typeof name === 'string' && FORBIDDEN_ROUTE_HEADERS.includes(name.toLowerCase()))
    .map(({ path, name }) => ({
      manifest: route.manifest,
      path: `${path}.name`,
      value: name,
      message: 'the API server rejects a Route that sets or deletes this header',
      remedy:
        String(name).toLowerCase() === 'strict-transport-security'
          ? 'Use the annotation haproxy.router.openshift.io/hsts_header.'
          : 'Remove the action, or use another header.',
    }));
}
