import { ROUTER_TEMPLATE } from '../../../admission';
import { routerDuration } from '../../../facts';
import { annotationPath, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeTimeoutShortensTunnel: Rule<RouteView> = {
  id: 'route-timeout-shortens-tunnel',
  title: 'A passthrough Route sets the timeout of its tunnel by its own annotation',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'On a passthrough Route timeout replaces the tunnel timeout of one hour: connections that are idle for longer are cut.',
  remediation: 'Set timeout-tunnel instead of timeout.',
  references: [ROUTER_TEMPLATE],
  mentions: ['haproxy.router.openshift.io/timeout'],
  subjects: (graph) => graph.routes,
  evaluate,
};

const DEFAULT_TUNNEL_TIMEOUT = 3_600_000;

function evaluate(route: RouteView): Outcome {
  const timeout = route.annotation(RouterAnnotation.TIMEOUT);
  const milliseconds = routerDuration(timeout ?? '');
  if (!route.isPassthrough || milliseconds === undefined) {
    return NOT_APPLICABLE;
  }
  const hasTunnelTimeout = routerDuration(route.annotation(RouterAnnotation.TIMEOUT_TUNNEL) ?? '') !== undefined;
  return hasTunnelTimeout || milliseconds >= DEFAULT_TUNNEL_TIMEOUT
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.TIMEOUT),
          value: timeout,
          message: 'on a passthrough Route it replaces the tunnel timeout of one hour, and connections that are idle for longer are cut',
          remedy: `Set ${RouterAnnotation.TIMEOUT_TUNNEL} to how long a connection may be idle.`,
        },
      ];
}
