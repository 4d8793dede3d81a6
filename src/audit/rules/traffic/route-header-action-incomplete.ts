import { incompleteHeaderActions, ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { headerActions, type RouteView } from '../../../graph';
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

function evaluate({ manifest, spec }: RouteView): Outcome {
  const actions = headerActions(spec);
  return actions.length === 0 ? NOT_APPLICABLE : incompleteHeaderActions(actions).map((fault) => ({ manifest, ...fault }));
}
