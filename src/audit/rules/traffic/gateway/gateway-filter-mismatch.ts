import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayFilterView, type GatewayRouteView, gatewayFilters, gatewayRoutes } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayFilterMismatch: Rule<GatewayRouteView> = {
  id: 'gateway-filter-mismatch',
  title: 'A filter of a Gateway API route has the options of its type, and no others',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The type of a filter says which of its fields counts, such as requestRedirect for RequestRedirect. The API server rejects a filter without that field, and one with the field of another type.',
  remediation: 'Set the field of the type, and remove the others.',
  references: [GATEWAY_API],
  mentions: ['filters'],
  subjects: gatewayRoutes,
  evaluate,
};

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['RequestHeaderModifier', 'requestHeaderModifier'],
  ['ResponseHeaderModifier', 'responseHeaderModifier'],
  ['RequestMirror', 'requestMirror'],
  ['RequestRedirect', 'requestRedirect'],
  ['URLRewrite', 'urlRewrite'],
  ['CORS', 'cors'],
  ['ExternalAuth', 'externalAuth'],
  ['ExtensionRef', 'extensionRef'],
]);

function evaluate(route: GatewayRouteView): Outcome {
  const filters = gatewayFilters(route).flatMap((list) => list.filters);
  return filters.length === 0 ? NOT_APPLICABLE : filters.flatMap((filter) => violations(route, filter));
}

function violations({ manifest }: GatewayRouteView, { path, fields }: GatewayFilterView): Violation[] {
  const { type } = fields;
  const own = FIELDS.get(type);
  if (own === undefined) {
    return [];
  }
  const others = [...FIELDS.values()].filter((field) => field !== own && fields[field] !== undefined);
  const superfluous = others.map((field) => ({
    manifest,
    path: `${path}.${field}`,
    value: fields[field],
    message: `the filter is of the type ${type}, and the API server rejects the field of another type`,
    remedy: `Remove it, or change the type of the filter.`,
    fix: removal(`${path}.${field}`),
  }));
  if (fields[own] !== undefined) {
    return superfluous;
  }
  const message = `the API server rejects a filter of the type ${type} without it`;
  return [{ manifest, path: `${path}.${own}`, message, remedy: 'Set it, or change the type of the filter.' }, ...superfluous];
}
