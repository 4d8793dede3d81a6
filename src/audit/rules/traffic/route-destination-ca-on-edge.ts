import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeDestinationCaOnEdge: Rule<RouteView> = {
  id: 'route-destination-ca-on-edge',
  title: 'An edge Route has no destination CA',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'Behind an edge Route the traffic to the guest is plain HTTP: the API server rejects a CA to verify the guest with.',
  remediation: 'Use reencrypt termination, or remove destinationCACertificate.',
  references: [ROUTE_VALIDATION],
  mentions: ['destinationCACertificate'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (route.mode !== 'edge') {
    return NOT_APPLICABLE;
  }
  return route.tls?.destinationCACertificate
    ? [
        {
          manifest: route.manifest,
          path: 'spec.tls.destinationCACertificate',
          value: route.tls.destinationCACertificate,
          message: 'the traffic from an edge Route to the guest is plain HTTP, so that the API server rejects a CA for it',
          remedy: 'Use termination: reencrypt if the guest speaks TLS, otherwise remove the CA.',
        },
      ]
    : [];
}
