import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayFilterView, type GatewayRouteView, gatewayFilters, httpRoutes, isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayFilterOptionInvalid: Rule<GatewayRouteView> = {
  id: 'gateway-filter-option-invalid',
  title: 'The options of a filter of an HTTPRoute do not contradict one another',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The API server rejects "*" beside other entries of a CORS list, a mirror with both a percentage and a fraction or a fraction above 1, options of another protocol than that of externalAuth, and a Service without a port.',
  remediation: 'Keep the option that is meant.',
  references: [GATEWAY_API],
  mentions: ['cors', 'requestMirror', 'externalAuth'],
  subjects: httpRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const filters = gatewayFilters(route)
    .flatMap((list) => list.filters)
    .filter(({ fields }) => isObject(fields.cors) || isObject(fields.requestMirror) || isObject(fields.externalAuth));
  return filters.length === 0
    ? NOT_APPLICABLE
    : filters.flatMap((filter) => [...cors(route, filter), ...mirror(route, filter), ...authentication(route, filter)]);
}

function cors({ manifest }: GatewayRouteView, { path, fields }: GatewayFilterView): Violation[] {
  const lists = isObject(fields.cors) ? fields.cors : {};
  return ['allowOrigins', 'allowMethods', 'allowHeaders']
    .filter((name) => Array.isArray(lists[name]) && lists[name].length > 1 && lists[name].includes('*'))
    .map((name) => ({
      manifest,
      path: `${path}.cors.${name}`,
      value: lists[name],
      message: '"*" stands for all, and the API server rejects other entries beside it',
      remedy: 'Remove "*", or everything else.',
    }));
}

function mirror(route: GatewayRouteView, { path, fields }: GatewayFilterView): Violation[] {
  if (!isObject(fields.requestMirror)) {
    return [];
  }
  const { manifest } = route;
  const { percent, fraction, backendRef } = fields.requestMirror;
  const at = `${path}.requestMirror`;
  const found = portless(route, `${at}.backendRef`, backendRef);
  if (percent !== undefined && fraction !== undefined) {
    const message = 'percent says the share already, and the API server rejects both together';
    found.push({ manifest, path: `${at}.fraction`, value: fraction, message, remedy: 'Keep one of the two.' });
  }
  if (isObject(fraction) && fraction.numerator > (fraction.denominator ?? 100)) {
    const message = `no more than all requests can be mirrored, and the API server rejects a numerator above the denominator, ${fraction.denominator ?? 100}`;
    found.push({ manifest, path: `${at}.fraction.numerator`, value: fraction.numerator, message, remedy: 'Lower it.' });
  }
  return found;
}

function authentication(route: GatewayRouteView, { path, fields }: GatewayFilterView): Violation[] {
  if (!isObject(fields.externalAuth)) {
    return [];
  }
  const { manifest } = route;
  const { protocol, backendRef } = fields.externalAuth;
  const at = `${path}.externalAuth`;
  const found = portless(route, `${at}.backendRef`, backendRef);
  for (const [name, field] of [
    ['GRPC', 'grpc'],
    ['HTTP', 'http'],
  ]) {
    const value = fields.externalAuth[field];
    if (protocol === name && value === undefined) {
      const message = `the API server rejects the protocol ${name} without it`;
      found.push({ manifest, path: `${at}.${field}`, message, remedy: 'Set it, or change the protocol.' });
    }
    if (protocol !== name && value !== undefined) {
      const message = `the protocol is ${protocol}, and the API server rejects options of another one`;
      found.push({ manifest, path: `${at}.${field}`, value, message, remedy: 'Remove it, or change the protocol.' });
    }
  }
  return found;
}

function portless({ manifest }: GatewayRouteView, path: string, reference: unknown): Violation[] {
  if (!isObject(reference) || (reference.kind ?? 'Service') !== 'Service' || reference.group || reference.port !== undefined) {
    return [];
  }
  const message = 'the API server rejects a reference to a Service without a port';
  return [{ manifest, path: `${path}.port`, message, remedy: 'Set it to the number of a port of the Service.' }];
}
