import { ROUTE_TYPES, ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type RouteView, TERMINATIONS } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeInsecureAllowOnPassthrough: Rule<RouteView> = {
  id: 'route-insecure-allow-on-passthrough',
  title: 'A passthrough Route does not allow plain HTTP',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A passthrough Route has no plain HTTP side that could be served: the API server rejects Allow.',
  remediation: 'Use Redirect or None.',
  references: [ROUTE_VALIDATION, ROUTE_TYPES],
  mentions: TERMINATIONS.passthrough,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (!route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  return route.tls?.insecureEdgeTerminationPolicy === 'Allow'
    ? [
        {
          manifest: route.manifest,
          path: 'spec.tls.insecureEdgeTerminationPolicy',
          value: 'Allow',
          message: 'the API server rejects plain HTTP on a passthrough Route',
          remedy: 'Use Redirect or None.',
          fix: setting('spec.tls.insecureEdgeTerminationPolicy', 'Redirect'),
        },
      ]
    : [];
}
