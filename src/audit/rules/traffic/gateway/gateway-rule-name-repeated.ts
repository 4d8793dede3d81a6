import { GATEWAY_API } from '../../../../admission';
import { type GatewayRouteView, gatewayRoutes } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayRuleNameRepeated: Rule<GatewayRouteView> = {
  id: 'gateway-rule-name-repeated',
  title: 'Rules of a Gateway API route have names of their own',
  severity: Severity.WARNING,
  category: 'admission',
  rationale:
    'Policies refer to a rule of a route by its name. With the experimental channel of the Gateway API the API server rejects a name that stands twice; with the standard channel it takes it, and nobody can tell the rules apart.',
  remediation: 'Give one of the two another name.',
  references: [GATEWAY_API, 'https://gateway-api.sigs.k8s.io/geps/gep-995/'],
  subjects: gatewayRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const named = route.rules.filter(({ fields }) => typeof fields.name === 'string');
  if (named.length === 0) {
    return NOT_APPLICABLE;
  }
  const first = new Map<string, string>();
  return named.flatMap(({ path, fields: { name } }): Violation[] => {
    const other = first.get(name);
    first.set(name, other ?? path);
    const message = `${other} has the same name, and an API server with the experimental channel of the Gateway API rejects the second one`;
    return other === undefined
      ? []
      : [{ manifest: route.manifest, path: `${path}.name`, value: name, message, remedy: 'Choose another name.' }];
  });
}
