import { GATEWAY_API, GATEWAY_SESSION_PERSISTENCE } from '../../../../admission';
import { IntentAnnotation } from '../../../../facts';
import { type GatewayRouteView, gatewayRoutes } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayFieldExperimental: Rule<GatewayRouteView> = {
  id: 'gateway-field-experimental',
  title: 'Experimental fields of the Gateway API are used on purpose',
  severity: Severity.WARNING,
  category: 'schema',
  rationale:
    'sessionPersistence and retry are in the experimental channel of the Gateway API as of release 1.6. An API server with the CustomResourceDefinitions of the standard channel drops them without a word: sessions are not sticky, requests are not retried.',
  remediation: `Install the experimental channel and say so with the annotation ${IntentAnnotation.GATEWAY_CHANNEL}: experimental, or remove the field.`,
  references: [GATEWAY_SESSION_PERSISTENCE, GATEWAY_API],
  subjects: gatewayRoutes,
  evaluate,
};

const EXPERIMENTAL_FIELDS: readonly string[] = ['sessionPersistence', 'retry'];

function evaluate(route: GatewayRouteView): Outcome {
  const used = route.rules.flatMap(({ path, fields }) =>
    EXPERIMENTAL_FIELDS.filter((field) => fields[field]).map((field) => ({ path: `${path}.${field}`, value: fields[field] })),
  );
  if (used.length === 0) {
    return NOT_APPLICABLE;
  }
  return route.annotation(IntentAnnotation.GATEWAY_CHANNEL) === 'experimental'
    ? []
    : used.map(({ path, value }) => ({
        manifest: route.manifest,
        path,
        value,
        message:
          'the field is in the experimental channel of the Gateway API, and a cluster with the standard channel drops it without a word',
        remedy: `Remove it, or annotate the route with ${IntentAnnotation.GATEWAY_CHANNEL}: experimental if the cluster has that channel.`,
      }));
}
