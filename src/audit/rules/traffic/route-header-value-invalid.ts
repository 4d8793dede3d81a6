import { invalidHeaderValues, ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { headerActions, type RouteView } from '../../../graph';
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

function evaluate({ manifest, spec }: RouteView): Outcome {
  const actions = headerActions(spec);
  return actions.length === 0 ? NOT_APPLICABLE : invalidHeaderValues(actions).map((fault) => ({ manifest, ...fault }));
}
