import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, displayName, type HostClaims, hostClaims, isRouterTrue, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCookieShared: Rule<HostClaims> = {
  id: 'route-cookie-shared',
  title: 'Routes that share a host have sticky cookies of different names',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'The router sets its cookies for the whole host, whatever the path of the Route. Two Routes to different Services with one cookie name overwrite the cookie of each other: a client that uses both loses its VM at each change.',
  remediation: 'Give each Route a cookie name of its own, or none: the default names are different.',
  references: [ROUTER_TEMPLATE],
  subjects: hostClaims,
  evaluate,
};

function evaluate({ routes }: HostClaims): Outcome {
  const named = routes.filter((route) => cookieName(route) !== undefined);
  if (named.length === 0) {
    return NOT_APPLICABLE;
  }
  const first = new Map<string, RouteView>();
  return named.flatMap((route) => {
    const name = cookieName(route) as string;
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, route);
      return [];
    }
    return servers(other) === servers(route)
      ? []
      : [
          {
            manifest: route.manifest,
            path: annotationPath(RouterAnnotation.COOKIE_NAME),
            value: name,
            message: `${displayName(other.manifest)} has the same host and cookie name, so that the two overwrite the cookie of each other and clients lose their VM`,
            remedy: 'Use another name, or leave it out: the default names are different.',
          },
        ];
  });
}

function cookieName(route: RouteView): string | undefined {
  const isOff = route.isPassthrough || isRouterTrue(route.annotation(RouterAnnotation.DISABLE_COOKIES));
  return isOff ? undefined : route.annotation(RouterAnnotation.COOKIE_NAME) || undefined;
}

/** Routes with the same text send requests to the same VMs, and the same cookie value means the same VM. */
function servers(route: RouteView): string {
  return JSON.stringify([route.namespace, route.spec.port?.targetPort, route.backends.map(({ name }) => name)]);
}
