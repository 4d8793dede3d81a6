import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, RATE_LIMITS, RouterAnnotation, type RouteView } from '../../../graph';
import { settingIn } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeRateLimitOff: Rule<RouteView> = {
  id: 'route-rate-limit-off',
  title: 'A Route with rate limits switches them on',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'The limits take effect only with the annotation haproxy.router.openshift.io/rate-limit-connections: "true" beside them.',
  remediation: 'Set haproxy.router.openshift.io/rate-limit-connections to "true".',
  references: [ROUTER_TEMPLATE],
  mentions: RATE_LIMITS,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const limits = RATE_LIMITS.filter((name) => route.annotation(name));
  if (limits.length === 0) {
    return NOT_APPLICABLE;
  }
  return route.annotation(RouterAnnotation.RATE_LIMIT)
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.RATE_LIMIT),
          value: route.annotation(RouterAnnotation.RATE_LIMIT),
          message: `without it the router ignores ${limits.join(' and ')}`,
          remedy: 'Set it to "true", or to "false" to keep the limits switched off on purpose.',
          fix: settingIn(route.manifest, annotationPath(RouterAnnotation.RATE_LIMIT), 'true'),
        },
      ];
}
