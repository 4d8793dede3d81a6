import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type RouteView, routeHeaderActions } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHeaderActionIncomplete: Rule<RouteView> = {
  id: 'route-header-action-incomplete',
  title: 'A Route has a value for each header that it sets, and none for those that it deletes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'An action of the type Set needs set.value, and one of the type Delete must not have it: the API server rejects the Route.',
  remediation: 'Add set.value, or change the type.',
  references: [ROUTE_VALIDATION, 'https://github.com/openshift/api/blob/master/route/v1/types.go'],
  mentions: ['httpHeaders'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const actions = routeHeaderActions(route).filter(({ action }) => action.type === 'Set' || action.type === 'Delete');
  if (actions.length === 0) {
    return NOT_APPLICABLE;
  }
  return actions
    .filter(({ action }) => (action.type === 'Set') !== Boolean(action.set))
    .map(({ path, action }) => ({
      manifest: route.manifest,
      path: `${path}.action.set`,
      value: action.set ?? undefined,
      message:
        action.type === 'Set'
          ? 'the API server rejects an action of the type Set without a value'
          : 'the API server rejects an action of the type Delete with a value',
      remedy: action.type === 'Set' ? 'Add set.value, or set type: Delete.' : 'Remove set, or set type: Set.',
    }));
}
