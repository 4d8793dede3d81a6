import { didYouMean, ROUTE_ANNOTATIONS, ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, isRouterAnnotation, ROUTER_ANNOTATIONS, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeAnnotationUnknown: Rule<RouteView> = {
  id: 'route-annotation-unknown',
  title: 'Annotations for the router are ones that it reads',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'The router ignores annotations that it does not know without a word, so that a misspelt one does nothing.',
  remediation: 'Correct the name of the annotation.',
  references: [ROUTER_TEMPLATE, ROUTE_ANNOTATIONS],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const names = Object.keys(route.annotations).filter(isRouterAnnotation);
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  return names
    .filter((name) => !ROUTER_ANNOTATIONS.has(name))
    .map((name) => ({
      manifest: route.manifest,
      path: annotationPath(name),
      value: route.annotations[name],
      message: 'the router does not know this annotation and ignores it',
      remedy: suggestion(name),
    }));
}

/** The router has two prefixes that are easily mixed up. */
function suggestion(name: string): string {
  const known = [...ROUTER_ANNOTATIONS.keys()];
  const otherPrefix = known.find((candidate) => localName(candidate) === localName(name));
  return otherPrefix === undefined ? didYouMean(name, known) : `Did you mean ${otherPrefix}?`;
}

function localName(annotation: string): string {
  return annotation.slice(annotation.indexOf('/') + 1);
}
