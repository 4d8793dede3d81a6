import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isRouteHeaderExpression, type RouteHeaderAction, type RouteView, routeHeaderActions } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHeaderValueInvalid: Rule<RouteView> = {
  id: 'route-header-value-invalid',
  title: 'The values that a Route sets headers to are ones that OpenShift knows',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A % begins an expression of HAProxy, of which OpenShift allows %[req.hdr(NAME)] in requests, %[res.hdr(NAME)] in responses and %[ssl_c_der], with ,lower and ,base64 behind them. A % that means itself has to be doubled. The API server rejects anything else.',
  remediation: 'Double each % that means itself, and use only the expressions that OpenShift knows.',
  references: [ROUTE_VALIDATION],
  mentions: ['httpHeaders'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const values = routeHeaderActions(route).filter(({ action }) => typeof action.set?.value === 'string' && action.set.value !== '');
  if (values.length === 0) {
    return NOT_APPLICABLE;
  }
  return values
    .filter(({ action, direction }) => !isRouteHeaderExpression(action.set.value, direction))
    .map((header) => ({
      manifest: route.manifest,
      path: `${header.path}.action.set.value`,
      value: header.action.set.value,
      message: `the API server rejects what it cannot read as text or as an expression about the ${header.direction}`,
      remedy: remedyFor(header),
    }));
}

function remedyFor({ direction }: RouteHeaderAction): string {
  const expression = direction === 'request' ? '%[req.hdr(NAME)]' : '%[res.hdr(NAME)]';
  return `Double each % that means itself, and use only ${expression} and %[ssl_c_der], with ,lower or ,base64 behind them.`;
}
