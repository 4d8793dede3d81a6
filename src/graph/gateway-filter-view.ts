import type { GatewayRouteView, GatewayRuleView } from './gateway-route-view';
import { objectsOf } from './manifest';

/** A filter of a route of the Gateway API. */
export interface GatewayFilterView {
  /** Manifest path of the filter, e.g. `spec.rules[0].filters[0]`. */
  readonly path: string;
  readonly fields: Readonly<Record<string, any>>;
}

/** The filters that work on the same requests. */
export interface GatewayFilterList {
  /** The rule that they belong to. */
  readonly rule: GatewayRuleView;
  /** Whether they are for what goes to one backend only. */
  readonly isOfBackend: boolean;
  readonly filters: readonly GatewayFilterView[];
}

/** The filters of a route, those of its rules and those of their backends; lists without one are left out. */
export function gatewayFilters(route: GatewayRouteView): GatewayFilterList[] {
  return route.rules.flatMap((rule) => {
    const { filters, backendRefs } = rule.fields;
    const backends = objectsOf(backendRefs).map((backend, index) =>
      list(rule, true, `${rule.path}.backendRefs[${index}].filters`, backend.filters),
    );
    return [list(rule, false, `${rule.path}.filters`, filters), ...backends].filter((entry) => entry.filters.length > 0);
  });
}

function list(rule: GatewayRuleView, isOfBackend: boolean, path: string, filters: unknown): GatewayFilterList {
  return { rule, isOfBackend, filters: objectsOf(filters).map((fields, index) => ({ path: `${path}[${index}]`, fields })) };
}
