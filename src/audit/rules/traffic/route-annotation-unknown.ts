import { didYouMean, nearest, ROUTE_ANNOTATIONS, ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { annotationPath, isRouterAnnotation, ROUTER_ANNOTATIONS, type RouteView } from '../../../graph';
import { renaming } from '../../fix';
import { type Fix, NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
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
      remedy: remedyFor(name),
      fix: fixOf(route, name),
    }));
}

function remedyFor(name: string): string {
  const otherPrefix = withOtherPrefix(name);
  return otherPrefix === undefined ? didYouMean(name, [...ROUTER_ANNOTATIONS.keys()]) : `Did you mean ${otherPrefix}?`;
}

/** What the router reads from now on may be more than anybody remembers. */
function fixOf({ annotations }: RouteView, name: string): Fix | undefined {
  const meant = withOtherPrefix(name) ?? nearest(name, [...ROUTER_ANNOTATIONS.keys()]);
  return meant === undefined || Object.hasOwn(annotations, meant) ? undefined : renaming(annotationPath(name), annotations[name], meant);
}

/** The router has two prefixes that are easily mixed up. */
function withOtherPrefix(name: string): string | undefined {
  return [...ROUTER_ANNOTATIONS.keys()].find((candidate) => localName(candidate) === localName(name));
}

function localName(annotation: string): string {
  return annotation.slice(annotation.indexOf('/') + 1);
}
