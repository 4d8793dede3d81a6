import { ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { routerDuration } from '../../../facts';
import { annotationPath, ROUTER_DURATIONS, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeDurationUnreadable: Rule<RouteView> = {
  id: 'route-duration-unreadable',
  title: 'Durations in annotations for the router are ones that it can read',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The router reads one whole number above zero with one unit: us, ms, s, m, h or d. It ignores anything else without a word and uses its default.',
  remediation: 'Write one whole number with one unit, such as 90s.',
  references: [ROUTER_TEMPLATE_HELPERS],
  mentions: ROUTER_DURATIONS,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const names = ROUTER_DURATIONS.filter((name) => route.annotation(name));
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  return names
    .filter((name) => routerDuration(route.annotation(name) ?? '') === undefined)
    .map((name) => ({
      manifest: route.manifest,
      path: annotationPath(name),
      value: route.annotation(name),
      message: 'the router reads one whole number above zero with one unit (us, ms, s, m, h, d), ignores this and uses its default',
      remedy: 'Write a value such as 90s or 1500ms.',
    }));
}
