import { GATEWAY_API, GATEWAY_SESSION_PERSISTENCE } from '../../../../admission';
import { IntentAnnotation } from '../../../../facts';
import { type GatewayRouteView, gatewayFilters, gatewayRoutes } from '../../../../graph';
import { type Collision, collideInExperimental, collideInStandard, collidingParents } from '../../../gateway-parents';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayFieldExperimental: Rule<GatewayRouteView> = {
  id: 'gateway-field-experimental',
  title: 'Experimental fields of the Gateway API are used on purpose',
  severity: Severity.WARNING,
  category: 'schema',
  rationale:
    'sessionPersistence, retry, externalAuth and useDefaultGateways are in the experimental channel of the Gateway API as of release 1.6. An API server with the CustomResourceDefinitions of the standard channel drops them without a word, and refuses them when it is asked to be strict: sessions are not sticky, requests are not retried.',
  remediation: `Install the experimental channel and say so with the annotation ${IntentAnnotation.GATEWAY_CHANNEL}: experimental, or remove the field.`,
  references: [GATEWAY_SESSION_PERSISTENCE, GATEWAY_API],
  subjects: gatewayRoutes,
  evaluate,
};

const ANNOTATE = `annotate the route with ${IntentAnnotation.GATEWAY_CHANNEL}: experimental if the cluster has that channel.`;

/** A place of a route, and the fields of it that are experimental. */
interface Place {
  readonly path: string;
  readonly fields: Record<string, any>;
  readonly experimental: readonly string[];
}

function placesOf(route: GatewayRouteView): Place[] {
  return [
    { path: 'spec', fields: route.spec, experimental: ['useDefaultGateways'] },
    ...route.rules.map((rule) => ({ ...rule, experimental: ['sessionPersistence', 'retry'] })),
    ...gatewayFilters(route).flatMap(({ filters }) => filters.map((filter) => ({ ...filter, experimental: ['externalAuth'] }))),
  ];
}

function evaluate(route: GatewayRouteView): Outcome {
  const uses = [...experimentalFields(route), ...portsThatTellApart(route)];
  if (uses.length === 0) {
    return NOT_APPLICABLE;
  }
  return route.isForExperimentalChannel ? [] : uses;
}

function experimentalFields(route: GatewayRouteView): Violation[] {
  return placesOf(route).flatMap(({ path, fields, experimental }) =>
    experimental
      .filter((field) => fields[field])
      .map((field) => ({
        manifest: route.manifest,
        path: `${path}.${field}`,
        value: fields[field],
        message:
          'the field is in the experimental channel of the Gateway API, and a cluster with the standard channel drops it without a word',
        remedy: `Remove it, or ${ANNOTATE}`,
      })),
  );
}

function portsThatTellApart({ manifest, spec }: GatewayRouteView): Violation[] {
  const collide: Collision = (one, other) => collideInStandard(one, other) && !collideInExperimental(one, other);
  return collidingParents(spec.parentRefs, collide).map(({ parent, index, first }) => ({
    manifest,
    path: `spec.parentRefs[${index}].port`,
    value: parent.port,
    message: `only the port tells this reference from spec.parentRefs[${first}], and the API server rejects the route in the standard channel of the Gateway API, which does not look at ports`,
    remedy: `Name another listener with sectionName, or ${ANNOTATE}`,
  }));
}
