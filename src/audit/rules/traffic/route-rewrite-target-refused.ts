import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { asInUrl } from '../../../facts';
import { annotationPath, RouterAnnotation, type RouteView, rewriteTargetBeforeComment } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeRewriteTargetRefused: Rule<RouteView> = {
  id: 'route-rewrite-target-refused',
  title: 'The rewrite target of a Route has only characters that a request can have',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The router puts the rewrite target into each request as it stands. A space, a tab or a letter outside ASCII makes a request that is none: every client is answered with 400.',
  remediation: 'Write the character as it is encoded in URLs, such as %20 for a space.',
  references: [ROUTER_TEMPLATE],
  mentions: [RouterAnnotation.REWRITE_TARGET],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const target = route.effectiveAnnotation(RouterAnnotation.REWRITE_TARGET);
  if (target === undefined) {
    return NOT_APPLICABLE;
  }
  const characters = new Set(rewriteTargetBeforeComment(target).match(/[^!-~]/gu));
  return characters.size === 0
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.REWRITE_TARGET),
          value: target,
          message: `no request can have ${[...characters].map((character) => JSON.stringify(character)).join(', ')} in its path, so that every one is answered with 400`,
          remedy: `Write it as it is encoded in URLs: ${[...characters].map(asInUrl).join(', ')}.`,
          fix: setting(annotationPath(RouterAnnotation.REWRITE_TARGET), asInUrl(target)),
        },
      ];
}
