import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routePathUnreadable: Rule<RouteView> = {
  id: 'route-path-unreadable',
  title: 'The path of a Route has neither a number sign nor a space',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The API server rejects paths with "#" or a space on new Routes: the router could not match them.',
  remediation: 'Remove the character from the path.',
  references: [ROUTE_VALIDATION],
  mentions: ['path'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { path } = route.spec;
  if (typeof path !== 'string') {
    return NOT_APPLICABLE;
  }
  return /[# ]/.test(path)
    ? [
        {
          manifest: route.manifest,
          path: 'spec.path',
          value: path,
          message: 'the API server rejects a path with "#" or a space',
          remedy: `Write it without, such as ${path.split(/[# ]/)[0] || '/'}.`,
        },
      ]
    : [];
}
