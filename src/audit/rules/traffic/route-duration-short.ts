import { ROUTER_TEMPLATE, ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { hasRouterUnit, routerDuration, SHORTEST_SENSIBLE_ROUTER_DURATION } from '../../../facts';
import { annotationPath, ROUTER_DURATIONS, RouterAnnotation, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const routeDurationShort: Rule<RouteView> = {
  id: 'route-duration-short',
  title: 'Durations in annotations for the router are as long as they look',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Without a unit the router reads milliseconds: a timeout of 30 gives the guest 0.03 seconds. Timeouts below a tenth of a second cut off guests that are merely busy, and checks at such intervals keep them busy.',
  remediation: 'Write the unit, and at least 100ms.',
  references: [ROUTER_TEMPLATE_HELPERS, ROUTER_TEMPLATE],
  mentions: ROUTER_DURATIONS,
  subjects: (graph) => graph.routes,
  evaluate,
};

const SECOND = 1000;

/** A timeout of a millisecond at most works for nobody: route-timeout-too-short. */
const NO_TIME = 1;

const CONSEQUENCES: ReadonlyMap<string, string> = new Map([
  [RouterAnnotation.TIMEOUT, 'a guest that takes longer to answer is given up'],
  [RouterAnnotation.TIMEOUT_TUNNEL, 'connections that are idle for longer are cut'],
  [RouterAnnotation.HEALTH_CHECK_INTERVAL, 'each pod of the router connects to each VM so often'],
]);

function evaluate(route: RouteView): Outcome {
  const names = ROUTER_DURATIONS.filter((name) => route.effectiveAnnotation(name) !== undefined);
  return names.length === 0 ? NOT_APPLICABLE : names.flatMap((name) => violations(route, name));
}

function violations(route: RouteView, name: string): Violation[] {
  const value = route.annotation(name) ?? '';
  const milliseconds = routerDuration(value) ?? 0;
  const hasUnit = hasRouterUnit(value);
  const isLongEnough = milliseconds >= (hasUnit ? SHORTEST_SENSIBLE_ROUTER_DURATION : SECOND);
  const isTimeout = name === RouterAnnotation.TIMEOUT || (name === RouterAnnotation.TIMEOUT_TUNNEL && route.isPassthrough);
  if (isLongEnough || (isTimeout && milliseconds <= NO_TIME)) {
    return [];
  }
  const consequence = CONSEQUENCES.get(isTimeout && route.isPassthrough ? RouterAnnotation.TIMEOUT_TUNNEL : name);
  return [
    {
      manifest: route.manifest,
      path: annotationPath(name),
      value,
      message: hasUnit ? `it is very short: ${consequence}` : `without a unit it means ${value} milliseconds: ${consequence}`,
      remedy: remedyFor(value, milliseconds),
    },
  ];
}

function remedyFor(value: string, milliseconds: number): string {
  if (hasRouterUnit(value)) {
    return 'Write a duration such as 1s.';
  }
  const withUnit = milliseconds < SHORTEST_SENSIBLE_ROUTER_DURATION ? '' : `, else ${value}ms`;
  return `Write ${value}s if seconds are meant${withUnit}.`;
}
