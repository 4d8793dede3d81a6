import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, RouterAnnotation, type RouteView, requestBelow, rewritePathFault } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeRewritePathMisread: Rule<RouteView> = {
  id: 'route-rewrite-path-misread',
  title: 'The path of a Route with a rewrite target means the same as a regular expression',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'With a rewrite target the router writes the path of the Route into the configuration of HAProxy as a regular expression, without escaping it. One that cannot be compiled, such as /a(b, makes HAProxy refuse the whole configuration: no change of any Route of the cluster takes effect until the Route is gone. One with characters that mean something else, such as /c++, does not match what it stands for, and requests reach the guest with another path.',
  remediation: 'Use a path without parentheses, brackets and other characters that mean something in a regular expression.',
  references: [ROUTER_TEMPLATE],
  mentions: [RouterAnnotation.REWRITE_TARGET],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const target = route.effectiveAnnotation(RouterAnnotation.REWRITE_TARGET);
  const { path } = route.spec;
  if (target === undefined || typeof path !== 'string' || path === '') {
    return NOT_APPLICABLE;
  }
  const fault = rewritePathFault(path, target);
  if (fault === undefined) {
    return [];
  }
  const becomes = `beside ${RouterAnnotation.REWRITE_TARGET} the path is a regular expression`;
  return [
    {
      manifest: route.manifest,
      path: 'spec.path',
      value: path,
      message:
        fault === 'refused'
          ? `${becomes}, and HAProxy cannot compile this one: it refuses its whole configuration, and no change of any Route of the cluster takes effect any more`
          : `${becomes}, and as such it means something else: a request for ${requestBelow(path)} does not reach the guest as ${requestBelow(target)}`,
      remedy: `Use a path without characters that mean something in a regular expression, or remove ${annotationPath(RouterAnnotation.REWRITE_TARGET)}.`,
    },
  ];
}
