import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, ROUTER_ANNOTATIONS, RouterAnnotation, type RouteView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const JUDGED_BY_OTHER_RULES: readonly string[] = [RouterAnnotation.COOKIE_NAME, RouterAnnotation.COOKIE_SAME_SITE];
const JUDGED_HERE = [...ROUTER_ANNOTATIONS.keys()].filter((name) => !JUDGED_BY_OTHER_RULES.includes(name));

export const routeAnnotationWithoutEffect: Rule<RouteView> = {
  id: 'route-annotation-without-effect',
  title: 'Annotations for the router fit the way in which the Route treats TLS',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'The router applies annotations about HTTP only where it can see requests, and hsts_header only where it terminates TLS.',
  remediation: 'Remove the annotation or change the termination.',
  references: [ROUTER_TEMPLATE],
  mentions: JUDGED_HERE,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { mode } = route;
  const names = JUDGED_HERE.filter((name) => route.annotation(name));
  if (mode === undefined || names.length === 0) {
    return NOT_APPLICABLE;
  }
  return names
    .filter((name) => !ROUTER_ANNOTATIONS.get(name)?.modes.includes(mode))
    .map((name) => ({
      manifest: route.manifest,
      path: annotationPath(name),
      value: route.annotation(name),
      message: `the router ignores it on a Route ${mode === 'plain' ? 'without TLS' : `with ${mode} termination`}`,
      remedy: `Remove the annotation, or use a Route ${mode === 'plain' ? 'with edge or reencrypt termination' : 'whose requests the router can see'}.`,
      fix: removal(annotationPath(name)),
    }));
}
