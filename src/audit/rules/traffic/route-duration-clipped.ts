import { ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { LONGEST_ROUTER_DURATION, routerDuration } from '../../../facts';
import { annotationPath, ROUTER_DURATIONS, type RouteView } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeDurationClipped: Rule<RouteView> = {
  id: 'route-duration-clipped',
  title: 'Durations in annotations for the router are ones that HAProxy can count',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: 'HAProxy counts up to 2147483647 ms, about 24.8 days. The router shortens longer durations to that.',
  remediation: 'Write 24d or less.',
  references: [ROUTER_TEMPLATE_HELPERS],
  mentions: ROUTER_DURATIONS,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const names = ROUTER_DURATIONS.filter((name) => routerDuration(route.annotation(name) ?? '') !== undefined);
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  return names
    .filter((name) => (routerDuration(route.annotation(name) ?? '') ?? 0) > LONGEST_ROUTER_DURATION)
    .map((name) => ({
      manifest: route.manifest,
      path: annotationPath(name),
      value: route.annotation(name),
      message: `the router shortens it to ${LONGEST_ROUTER_DURATION} ms, about 24.8 days`,
      remedy: 'Write 24d or less.',
      fix: setting(annotationPath(name), '24d'),
    }));
}
