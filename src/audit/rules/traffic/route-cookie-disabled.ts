import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, isRouterTrue, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCookieDisabled: Rule<RouteView> = {
  id: 'route-cookie-disabled',
  title: 'A Route that names its cookie does not switch cookies off',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale: 'disable_cookies takes the sticky cookie away, whatever its name: consecutive requests of a session reach different VMs.',
  remediation: 'Remove one of the two annotations.',
  references: [ROUTER_TEMPLATE],
  mentions: ['haproxy.router.openshift.io/disable_cookies'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (!route.annotation(RouterAnnotation.COOKIE_NAME) || route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  const disabled = route.annotation(RouterAnnotation.DISABLE_COOKIES);
  return isRouterTrue(disabled)
    ? [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.DISABLE_COOKIES),
          value: disabled,
          message: `the router sets no sticky cookie, and ${RouterAnnotation.COOKIE_NAME} has no effect`,
          remedy: 'Remove one of the two annotations.',
        },
      ]
    : [];
}
