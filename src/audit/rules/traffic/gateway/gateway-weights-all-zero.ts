import { GATEWAY_API } from '../../../../admission';
import { type GatewayRouteView, gatewayRoutes } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayWeightsAllZero: Rule<GatewayRouteView> = {
  id: 'gateway-weights-all-zero',
  title: 'A rule of a Gateway API route sends its traffic somewhere',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'A backend with weight 0 gets no traffic. When all backends of a rule have it, what matches the rule is not served.',
  remediation: 'Give at least one backend a weight above 0.',
  references: [GATEWAY_API],
  subjects: gatewayRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const rules = route.rules.filter(({ backends }) => backends.length > 0);
  if (rules.length === 0) {
    return NOT_APPLICABLE;
  }
  return rules
    .filter(({ fields, backends }) => backends.length === fields.backendRefs.length && backends.every(({ weight }) => weight === 0))
    .map(({ path, fields, backends }) => ({
      manifest: route.manifest,
      path: `${path}.backendRefs`,
      value: fields.backendRefs,
      shown: `a list with the weights ${backends.map(({ weight }) => weight).join(', ')}`,
      message: 'the weights of all backends are 0, so that what matches the rule is not served',
      remedy: 'Give at least one backend a weight above 0.',
    }));
}
