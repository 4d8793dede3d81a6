import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayRouteView, httpRoutes } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayMatchesTooMany: Rule<GatewayRouteView> = {
  id: 'gateway-matches-too-many',
  title: 'An HTTPRoute has at most 128 matches',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A rule may have 64 matches and a route 16 rules, but the API server rejects more than 128 matches in all rules together.',
  remediation: 'Split the route.',
  references: [GATEWAY_API],
  mentions: ['matches'],
  subjects: httpRoutes,
  evaluate,
};

const MOST = 128;

function evaluate({ manifest, spec, rules }: GatewayRouteView): Outcome {
  if (rules.length === 0) {
    return NOT_APPLICABLE;
  }
  const count = rules.reduce((sum, { fields }) => sum + (Array.isArray(fields.matches) ? fields.matches.length : 1), 0);
  const message = `the rules have ${count} matches together, and the API server rejects more than ${MOST}`;
  const violation: Violation = { manifest, path: 'spec.rules', value: spec.rules, message, remedy: 'Split the route in two.' };
  return count <= MOST ? [] : [violation];
}
