import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, RATE_LIMITS, RouterAnnotation, type RouteView, rateLimits } from '../../../graph';
import { safeSetting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeAnnotationBreaksRouter: Rule<RouteView> = {
  id: 'route-annotation-breaks-router',
  title: 'Annotations of a Route leave the configuration of the router readable',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The router writes some annotations into the configuration of HAProxy as they stand. HAProxy refuses a limit with a plus sign and a line break within quotes, and with them the whole configuration: no change of any Route of the cluster takes effect until the annotation is gone.',
  remediation: 'Write the number without a sign, and the value in one line.',
  references: [ROUTER_TEMPLATE],
  mentions: [...RATE_LIMITS, RouterAnnotation.HSTS_HEADER],
  subjects: (graph) => graph.routes,
  evaluate,
};

interface Fault {
  readonly name: string;
  readonly value: string;
  readonly remedy: string;
  /** What was meant. */
  readonly wanted: string;
}

function evaluate(route: RouteView): Outcome {
  const limits = rateLimits(route);
  const hsts = route.effectiveAnnotation(RouterAnnotation.HSTS_HEADER);
  if (limits.length === 0 && hsts === undefined) {
    return NOT_APPLICABLE;
  }
  const signed = limits
    .filter(({ text }) => text.startsWith('+'))
    .map(
      ({ name, text }): Fault => ({
        name,
        value: text,
        remedy: `Write ${text.slice(1)}, without the plus sign.`,
        wanted: text.slice(1),
      }),
    );
  const broken = hsts !== undefined && /[\r\n]/.test(hsts) ? [oneLine(hsts)] : [];
  return [...signed, ...broken].map(({ name, value, remedy, wanted }) => ({
    manifest: route.manifest,
    path: annotationPath(name),
    value,
    message:
      'HAProxy cannot read it and refuses its whole configuration, so that no change of any Route of the cluster takes effect any more',
    remedy,
    fix: safeSetting(annotationPath(name), wanted),
  }));
}

function oneLine(hsts: string): Fault {
  const wanted = hsts.replace(/\s+/g, ' ').trim();
  return { name: RouterAnnotation.HSTS_HEADER, value: hsts, remedy: `Write it in one line: ${wanted}.`, wanted };
}
