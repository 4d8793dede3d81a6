import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { routerDuration } from '../../../facts';
import { annotationPath, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeTimeoutTooShort: Rule<RouteView> = {
  id: 'route-timeout-too-short',
  title: 'The timeout of a Route leaves the guest time to answer',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale:
    'HAProxy counts whole milliseconds, and no guest answers through the network within one: with a timeout of 1ms or less every request is answered with 504, and a passthrough connection is cut before TLS has begun.',
  remediation: 'Write a duration such as 30s.',
  references: [ROUTER_TEMPLATE],
  mentions: [RouterAnnotation.TIMEOUT, RouterAnnotation.TIMEOUT_TUNNEL],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const candidates = route.isPassthrough ? [RouterAnnotation.TIMEOUT_TUNNEL, RouterAnnotation.TIMEOUT] : [RouterAnnotation.TIMEOUT];
  const name = candidates.find((candidate) => route.effectiveAnnotation(candidate) !== undefined);
  if (name === undefined) {
    return NOT_APPLICABLE;
  }
  const value = route.annotation(name) ?? '';
  return (routerDuration(value) ?? 0) > 1
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(name),
          value,
          message: route.isPassthrough
            ? 'every connection is cut before the guest has answered'
            : 'no guest answers within a millisecond, so that every request is answered with 504',
          remedy: 'Write a duration such as 30s.',
        },
      ];
}
