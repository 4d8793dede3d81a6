import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayFilterList, type GatewayRouteView, gatewayFilters, httpRoutes, objectsOf } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayFiltersConflict: Rule<GatewayRouteView> = {
  id: 'gateway-filters-conflict',
  title: 'The filters of an HTTPRoute go together',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A request is either redirected or rewritten and passed on, and most filters make sense once only. The API server rejects both together, a redirect in a rule with backends, and a filter of the same type twice.',
  remediation: 'Keep one of the two, or split the rule.',
  references: [GATEWAY_API],
  mentions: ['filters'],
  subjects: httpRoutes,
  evaluate,
};

const ONCE: readonly string[] = ['RequestHeaderModifier', 'ResponseHeaderModifier', 'RequestRedirect', 'URLRewrite', 'CORS'];

function evaluate(route: GatewayRouteView): Outcome {
  const lists = gatewayFilters(route);
  return lists.length === 0 ? NOT_APPLICABLE : lists.flatMap((list) => violations(route, list));
}

function violations({ manifest }: GatewayRouteView, { rule, isOfBackend, filters }: GatewayFilterList): Violation[] {
  const types = filters.map(({ fields }) => fields.type);
  const hasBackends = !isOfBackend && objectsOf(rule.fields.backendRefs).length > 0;
  return filters.flatMap(({ path, fields: { type, requestRedirect } }, index) => {
    const fault = [
      ONCE.includes(type) && types.indexOf(type) < index ? `the API server rejects a second filter of the type ${type}` : undefined,
      type === 'URLRewrite' && types.includes('RequestRedirect')
        ? 'a request cannot be redirected and rewritten, and the API server rejects both together'
        : undefined,
      requestRedirect !== undefined && hasBackends
        ? `${rule.path} has backendRefs, and the API server rejects a redirect beside them: what is redirected reaches no backend`
        : undefined,
    ].find((message) => message !== undefined);
    const remedy = 'Keep one of the two, or split the rule.';
    return fault === undefined ? [] : [{ manifest, path: `${path}.type`, value: type, message: fault, remedy }];
  });
}
