import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, isRouterTrue, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCookieOfApplication: Rule<RouteView> = {
  id: 'route-cookie-of-application',
  title: 'The sticky cookie of a Route has another name than the session cookie of the application',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'The router does not use the cookie of the application, it sets one of its own: it takes the cookie of that name out of each request, and replaces the one that the application sets. The application never sees its session again, so that nobody stays logged in.',
  remediation: 'Choose a name that the application does not use.',
  references: [ROUTER_TEMPLATE, 'https://docs.haproxy.org/2.8/configuration.html#4.2-cookie'],
  mentions: [RouterAnnotation.COOKIE_NAME],
  subjects: (graph) => graph.routes,
  evaluate,
};

/** Names that nobody gives out but Java servers, PHP and Laravel. */
const SESSION_COOKIES: readonly string[] = ['JSESSIONID', 'PHPSESSID', 'laravel_session'];

function evaluate(route: RouteView): Outcome {
  const name = route.effectiveAnnotation(RouterAnnotation.COOKIE_NAME);
  if (name === undefined || isRouterTrue(route.annotation(RouterAnnotation.DISABLE_COOKIES))) {
    return NOT_APPLICABLE;
  }
  return SESSION_COOKIES.includes(name)
    ? [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.COOKIE_NAME),
          value: name,
          message:
            'applications keep their session in a cookie of this name: the router takes it out of each request and replaces it with its own, so that no session lasts',
          remedy: 'Choose a name that the application does not use, or leave it out.',
        },
      ]
    : [];
}
