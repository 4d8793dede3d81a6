import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, RouterAnnotation, type RouteView, requestBelow, rewritePathFault, rewrittenRequest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeRewriteSlash: Rule<RouteView> = {
  id: 'route-rewrite-slash',
  title: 'The path and the rewrite target of a Route both end with a slash, or neither does',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The router puts the rewrite target in the place of the path and leaves the rest of the request as it is. With the path /shop the target /app/ gives two slashes; with the path / the target /app gives none, and the guest is asked for /appcart. Only the target / is treated with care.',
  remediation: 'Let both end with a slash, or neither.',
  references: [ROUTER_TEMPLATE],
  mentions: [RouterAnnotation.REWRITE_TARGET],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const target = route.effectiveAnnotation(RouterAnnotation.REWRITE_TARGET);
  const { path = '' } = route.spec;
  if (target === undefined || typeof path !== 'string' || target.includes('#') || rewritePathFault(path, target) !== undefined) {
    return NOT_APPLICABLE;
  }
  const [seen, meant] = [rewrittenRequest(path, target), requestBelow(target)];
  return seen === meant
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.REWRITE_TARGET),
          value: target,
          message: `a request for ${requestBelow(path)} reaches the guest as ${seen}, not as ${meant}`,
          remedy: target.endsWith('/') ? `Write ${target.slice(0, -1)}.` : remedyFor(path, target),
        },
      ];
}

function remedyFor(path: string, target: string): string {
  return path === '/' ? `Write ${target}/, or remove spec.path.` : `Write ${target}/, or ${path.slice(0, -1)} as spec.path.`;
}
