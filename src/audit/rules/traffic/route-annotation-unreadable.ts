import { ROUTER_TEMPLATE, ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, ROUTER_ANNOTATIONS, ROUTER_DURATIONS, type RouterAnnotationFormat, type RouteView } from '../../../graph';
import { setting } from '../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeAnnotationUnreadable: Rule<RouteView> = {
  id: 'route-annotation-unreadable',
  title: 'Annotations for the router have values that it can read',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'The router ignores a value that it cannot read without a word and does what it would do without the annotation.',
  remediation: 'Correct the value.',
  references: [ROUTER_TEMPLATE, ROUTER_TEMPLATE_HELPERS],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const names = Object.keys(route.annotations).filter((name) => isJudgedHere(name) && route.annotation(name));
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  return names.flatMap((name) => {
    const value = route.annotation(name) ?? '';
    const format = ROUTER_ANNOTATIONS.get(name);
    return format === undefined || format.reads(value)
      ? []
      : [
          {
            manifest: route.manifest,
            path: annotationPath(name),
            value,
            message: `the router reads only ${format.words} here and ignores the annotation`,
            remedy: 'Correct the value, which is case-sensitive and has no spaces around it, or remove the annotation.',
            fix: readable(name, value, format),
          },
        ];
  });
}

/** What the router reads from now on may be more than anybody remembers. */
function readable(name: string, value: string, format: RouterAnnotationFormat): Fix | undefined {
  const meant = [value.trim(), value.trim().toLowerCase()].find((text) => format.reads(text));
  return meant === undefined ? undefined : setting(annotationPath(name), meant);
}

function isJudgedHere(name: string): boolean {
  return ROUTER_ANNOTATIONS.has(name) && !ROUTER_DURATIONS.includes(name);
}
