import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { gatewayMilliseconds } from '../../../../facts';
import { type GatewayRouteView, httpRoutes, isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayTimeoutsInverted: Rule<GatewayRouteView> = {
  id: 'gateway-timeouts-inverted',
  title: 'In an HTTPRoute a request to a backend takes no longer than the whole request may',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'timeouts.request is for all that happens for a request of a client, timeouts.backendRequest for each attempt to get an answer from a backend. The API server rejects an attempt that may take longer than the whole, unless the whole is 0s, which means no limit.',
  remediation: 'Shorten backendRequest, or lengthen request.',
  references: [GATEWAY_API, 'https://gateway-api.sigs.k8s.io/geps/gep-1742/'],
  mentions: ['backendRequest'],
  subjects: httpRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const rules = route.rules.filter(({ fields }) => isObject(fields.timeouts) && fields.timeouts.backendRequest !== undefined);
  if (rules.length === 0) {
    return NOT_APPLICABLE;
  }
  return rules.flatMap(({ path, fields: { timeouts } }): Violation[] => {
    const [whole, attempt] = [gatewayMilliseconds(timeouts.request), gatewayMilliseconds(timeouts.backendRequest)];
    return whole === undefined || attempt === undefined || whole === 0 || attempt <= whole
      ? []
      : [
          {
            manifest: route.manifest,
            path: `${path}.timeouts.backendRequest`,
            value: timeouts.backendRequest,
            message: `the whole request may take ${timeouts.request} only, and the API server rejects an attempt that may take longer`,
            remedy: 'Shorten backendRequest, or lengthen request.',
          },
        ];
  });
}
