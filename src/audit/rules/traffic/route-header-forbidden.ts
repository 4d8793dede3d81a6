import { forbiddenHeaders, ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { FORBIDDEN_ROUTE_HEADERS, headerActions, type RouteView } from '../../../graph';
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

function evaluate({ manifest, spec }: RouteView): Outcome {
  const actions = headerActions(spec);
  return actions.length === 0
    ? NOT_APPLICABLE
    : forbiddenHeaders(actions, FORBIDDEN_ROUTE_HEADERS).map((fault) => ({ manifest, ...fault }));
}
