import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, RouterAnnotation, type RouteView, rewriteTargetBeforeComment } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeRewriteTargetMisread: Rule<RouteView> = {
  id: 'route-rewrite-target-misread',
  title: 'The rewrite target of a Route has no characters that the router takes for its own',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The router drops quotes and backslashes from a rewrite target, makes one % of two, and takes a number sign for the beginning of a comment: what follows it is cut off, and so is the rest of the path that the client asked for.',
  remediation: 'Write the character as it is encoded in URLs, such as %27 for an apostrophe.',
  references: [ROUTER_TEMPLATE, 'https://github.com/openshift/router/blob/master/pkg/router/template/util/rewritetarget/rewritetarget.go'],
  mentions: [RouterAnnotation.REWRITE_TARGET],
  subjects: (graph) => graph.routes,
  evaluate,
};

const MISREAD: readonly (readonly [text: string, encoded: string])[] = [
  ['"', '%22'],
  ["'", '%27'],
  ['\\', '%5C'],
  ['%%', '%25'],
];

function evaluate(route: RouteView): Outcome {
  const target = route.effectiveAnnotation(RouterAnnotation.REWRITE_TARGET);
  if (target === undefined) {
    return NOT_APPLICABLE;
  }
  const kept = rewriteTargetBeforeComment(target);
  const changed = MISREAD.filter(([text]) => kept.includes(text));
  const messages = [
    ...(kept === target ? [] : [`it cuts the path off at "#", so that every request reaches the guest as ${kept}`]),
    ...(changed.length === 0 ? [] : [`it does not pass on ${changed.map(([text]) => text).join(' and ')} as it stands`]),
  ];
  const encoded = [...changed.map(([, code]) => code), ...(kept === target ? [] : ['%23'])];
  return messages.length === 0
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.REWRITE_TARGET),
          value: target,
          message: `the router reads more than a path here: ${messages.join(', and ')}`,
          remedy: `Write it as it is encoded in URLs: ${encoded.join(', ')}.`,
        },
      ];
}
