import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type RouteView, TERMINATIONS } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routePathOnPassthrough: Rule<RouteView> = {
  id: 'route-path-on-passthrough',
  title: 'A passthrough Route has no path',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'On a passthrough Route the request is encrypted up to the guest: the router cannot see its path, and the API server rejects the Route.',
  remediation: 'Remove spec.path, or terminate TLS at the router.',
  references: [ROUTE_VALIDATION],
  mentions: TERMINATIONS.passthrough,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (!route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  return route.spec.path
    ? [
        {
          manifest: route.manifest,
          path: 'spec.path',
          value: route.spec.path,
          message:
            'the router cannot see the path of a request that is encrypted up to the guest, so that the API server rejects it on a passthrough Route',
          remedy: 'Remove the path, or use edge or reencrypt termination.',
          fix: removal('spec.path'),
        },
      ]
    : [];
}
