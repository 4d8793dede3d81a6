import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, RouterAnnotation, type RouteView, rateLimits } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const TCP_LIMITS = [RouterAnnotation.RATE_LIMIT_CONCURRENT_TCP, RouterAnnotation.RATE_LIMIT_RATE_TCP];

export const routeRateLimitCountedOtherwise: Rule<RouteView> = {
  id: 'route-rate-limit-counted-otherwise',
  title: 'Limits for the connections of a client are known for what the router counts',
  severity: Severity.INFO,
  category: 'wiring',
  rationale:
    'With concurrent-tcp and rate-tcp the router lets one less through than they say. Only on passthrough Routes it counts connections: elsewhere it counts requests, so that idle connections are free, and one browser that loads a page reaches a low limit by itself. Who is refused sees a closed connection, and stays out while trying again.',
  remediation: 'Write one more than may get through, and count requests unless the Route is passthrough.',
  references: [ROUTER_TEMPLATE],
  mentions: TCP_LIMITS,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const limits = rateLimits(route);
  if (limits.length === 0) {
    return NOT_APPLICABLE;
  }
  const counted = route.isPassthrough
    ? 'the router refuses the connection that reaches the limit'
    : 'on this Route the router counts requests, not connections, and refuses the one that reaches the limit';
  return limits
    .filter(({ isExclusive, value }) => isExclusive && value > 1)
    .map(({ name, text, value }) => ({
      manifest: route.manifest,
      path: annotationPath(name),
      value: text,
      message: `${counted}, so that ${value - 1} get through`,
      remedy: `Leave it if that is meant; ${value + 1} lets ${value} through.`,
    }));
}
