import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeSameSiteWithoutEffect: Rule<RouteView> = {
  id: 'route-same-site-without-effect',
  title: 'SameSite is set on Routes whose cookie is sent over TLS only',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'The router sets SameSite only together with Secure, that is for edge and reencrypt Routes that do not allow plain HTTP.',
  remediation: 'Terminate TLS at the router, with insecureEdgeTerminationPolicy Redirect or None.',
  references: [ROUTER_TEMPLATE],
  mentions: ['router.openshift.io/cookie-same-site'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const sameSite = route.annotation(RouterAnnotation.COOKIE_SAME_SITE);
  if (!sameSite || route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  const isPlain = route.mode === 'plain';
  if (!isPlain && route.tls?.insecureEdgeTerminationPolicy !== 'Allow') {
    return [];
  }
  return [
    {
      manifest: route.manifest,
      path: annotationPath(RouterAnnotation.COOKIE_SAME_SITE),
      value: sameSite,
      message: `the router sets neither SameSite nor Secure on the cookie of a Route ${isPlain ? 'without TLS' : 'that allows plain HTTP'}`,
      remedy: isPlain
        ? 'Add spec.tls with edge termination and insecureEdgeTerminationPolicy: Redirect, or remove the annotation.'
        : 'Set insecureEdgeTerminationPolicy to Redirect or None, or remove the annotation.',
    },
  ];
}
