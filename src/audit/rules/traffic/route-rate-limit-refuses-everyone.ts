import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, RATE_LIMITS, type RateLimit, RouterAnnotation, type RouteView, rateLimits } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeRateLimitRefusesEveryone: Rule<RouteView> = {
  id: 'route-rate-limit-refuses-everyone',
  title: 'The rate limits of a Route let somebody in',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'With concurrent-tcp and rate-tcp the router counts a connection, on Routes other than passthrough a request, before it compares: the one that reaches the limit is refused. So 1 refuses everybody, always. With rate-http 0 and below do.',
  remediation: 'Write one more than may get through.',
  references: [ROUTER_TEMPLATE],
  mentions: RATE_LIMITS,
  subjects: (graph) => graph.routes,
  evaluate,
};

const REMEDIES: ReadonlyMap<string, string> = new Map([
  [RouterAnnotation.RATE_LIMIT_CONCURRENT_TCP, 'Write one more than may get through at once, at least 2.'],
  [RouterAnnotation.RATE_LIMIT_RATE_TCP, 'Write one more than may get through in 3 seconds, at least 2.'],
  [RouterAnnotation.RATE_LIMIT_RATE_HTTP, 'Write how many may get through in 10 seconds, at least 1.'],
]);

function evaluate(route: RouteView): Outcome {
  const limits = rateLimits(route);
  if (limits.length === 0) {
    return NOT_APPLICABLE;
  }
  return limits.filter(refusesEveryone).map((limit) => ({
    manifest: route.manifest,
    path: annotationPath(limit.name),
    value: limit.text,
    message:
      limit.isExclusive && limit.value === 1
        ? `the router counts ${route.isPassthrough ? 'connections' : 'requests'} here and refuses the first one already: nobody is ever served`
        : 'the router refuses everybody, always',
    remedy: REMEDIES.get(limit.name) ?? '',
  }));
}

function refusesEveryone({ value, isExclusive }: RateLimit): boolean {
  return value < (isExclusive ? 2 : 1);
}
