import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, RouterAnnotation, type RouteView, TERMINATIONS } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCookieOnPassthrough: Rule<RouteView> = {
  id: 'route-cookie-on-passthrough',
  title: 'A passthrough Route does not count on cookies',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'availability',
  rationale:
    'The router cannot see into the requests of a passthrough Route, so it ignores annotations about cookies: sessions are sticky only by the address of the client.',
  remediation: 'Use edge or reencrypt termination, or balance source.',
  references: [ROUTER_TEMPLATE],
  mentions: TERMINATIONS.passthrough,
  subjects: (graph) => graph.routes,
  evaluate,
};

const COOKIE_ANNOTATIONS = [RouterAnnotation.COOKIE_NAME, RouterAnnotation.COOKIE_SAME_SITE];

function evaluate(route: RouteView): Outcome {
  if (!route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  return COOKIE_ANNOTATIONS.filter((name) => route.annotation(name)).map((name) => ({
    manifest: route.manifest,
    path: annotationPath(name),
    value: route.annotation(name),
    message: 'the router cannot set cookies in requests that are encrypted up to the guest and ignores the annotation',
    remedy: `Use edge or reencrypt termination, or remove the annotation and set ${RouterAnnotation.BALANCE} to source.`,
  }));
}
