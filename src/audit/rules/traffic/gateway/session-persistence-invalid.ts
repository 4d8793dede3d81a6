import { GATEWAY_SESSION_PERSISTENCE } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayRouteView, gatewayRoutes, isObject } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const sessionPersistenceInvalid: Rule<GatewayRouteView> = {
  id: 'session-persistence-invalid',
  title: 'Session persistence of a Gateway API route has what its kind of session needs',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A permanent cookie needs absoluteTimeout, which says when it expires, and cookieConfig makes sense only for cookies: the API server rejects anything else.',
  remediation: 'Set absoluteTimeout for a permanent cookie, and remove cookieConfig from sessions by header.',
  references: [GATEWAY_SESSION_PERSISTENCE],
  subjects: gatewayRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const rules = route.rules.filter(({ fields }) => isObject(fields.sessionPersistence));
  return rules.length === 0
    ? NOT_APPLICABLE
    : rules.flatMap(({ path, fields }) => violations(route, `${path}.sessionPersistence`, fields.sessionPersistence));
}

function violations({ manifest }: GatewayRouteView, path: string, persistence: Record<string, any>): Violation[] {
  const { cookieConfig, absoluteTimeout } = persistence;
  if (!isObject(cookieConfig)) {
    return [];
  }
  if (persistence.type === 'Header') {
    const message = 'the API server rejects settings of a cookie for sessions by header';
    const remedy = 'Remove cookieConfig, or set type: Cookie.';
    return [{ manifest, path: `${path}.cookieConfig`, value: cookieConfig, message, remedy, fix: removal(`${path}.cookieConfig`) }];
  }
  if (cookieConfig.lifetimeType === 'Permanent' && absoluteTimeout === undefined) {
    const message = 'the API server rejects a permanent cookie that never expires';
    return [{ manifest, path: `${path}.absoluteTimeout`, message, remedy: 'Set it to a time such as 8h, or set lifetimeType: Session.' }];
  }
  return [];
}
