import { ROUTE_TYPES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCertificateTwice: Rule<RouteView> = {
  id: 'route-certificate-twice',
  title: 'A Route has one certificate',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'certificate and externalCertificate both say which certificate the router presents: the API server rejects a Route with both.',
  remediation: 'Remove one of the two.',
  references: [ROUTE_TYPES],
  mentions: ['externalCertificate'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  if (route.tls === undefined || !route.tls.externalCertificate || route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  return route.tls.certificate
    ? [
        {
          manifest: route.manifest,
          path: 'spec.tls.externalCertificate',
          value: route.tls.externalCertificate,
          message: 'the API server rejects a Route with both certificate and externalCertificate',
          remedy: 'Remove one of the two.',
        },
      ]
    : [];
}
