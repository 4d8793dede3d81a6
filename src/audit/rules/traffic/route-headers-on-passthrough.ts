import { ROUTE_TYPES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeHeadersOnPassthrough: Rule<RouteView> = {
  id: 'route-headers-on-passthrough',
  title: 'A passthrough Route has no HTTP header actions',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'On a passthrough Route the request is encrypted up to the guest: the router cannot change its headers, and the API server rejects the Route, also with an empty httpHeaders object.',
  remediation: 'Remove spec.httpHeaders, or terminate TLS at the router.',
  references: [ROUTE_TYPES],
  mentions: ['httpHeaders'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (!route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  const { httpHeaders } = route.spec;
  return httpHeaders === undefined || httpHeaders === null
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.httpHeaders',
          value: httpHeaders,
          message:
            'the router cannot see the headers of a request that is encrypted up to the guest, so that the API server rejects them on a passthrough Route',
          remedy: 'Remove httpHeaders, or use edge or reencrypt termination.',
          fix: removal('spec.httpHeaders'),
        },
      ];
}
