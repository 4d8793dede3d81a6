import { ROUTER_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCertificateWithoutKey: Rule<RouteView> = {
  id: 'route-certificate-without-key',
  title: 'A Route with a certificate has the key of it',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'admission',
  rationale:
    'The API server accepts a certificate without a key, but the router rejects the Route with ExtendedValidationFailed and never serves it.',
  remediation: 'Set spec.tls.key.',
  references: [ROUTER_VALIDATION],
  mentions: ['certificate', 'key'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const certificate = route.tls?.certificate;
  if (typeof certificate !== 'string' || certificate === '' || route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  return route.tls?.key || certificate.includes('PRIVATE KEY')
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.tls.key',
          message: 'the router rejects a Route with a certificate and no key (ExtendedValidationFailed), so that the host is never served',
          remedy: 'Set key to the private key of the certificate, or remove the certificate to use the one of the router.',
        },
      ];
}
