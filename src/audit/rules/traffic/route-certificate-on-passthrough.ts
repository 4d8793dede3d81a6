import { ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { removal } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeCertificateOnPassthrough: Rule<RouteView> = {
  id: 'route-certificate-on-passthrough',
  title: 'A passthrough Route has no certificates',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'On a passthrough Route the guest presents the certificate: the API server rejects one in the Route.',
  remediation: 'Remove the certificate, or terminate TLS at the router.',
  references: [ROUTE_VALIDATION],
  mentions: ['certificate', 'key', 'caCertificate', 'destinationCACertificate', 'externalCertificate'],
  subjects: (graph) => graph.routes,
  evaluate,
};

const CERTIFICATE_FIELDS = ['certificate', 'key', 'caCertificate', 'destinationCACertificate', 'externalCertificate'];

function evaluate(route: RouteView): Outcome {
  const { tls } = route;
  if (!route.isPassthrough || tls === undefined) {
    return NOT_APPLICABLE;
  }
  return CERTIFICATE_FIELDS.filter((field) => tls[field]).map((field) => ({
    manifest: route.manifest,
    path: `spec.tls.${field}`,
    value: tls[field],
    message: 'the guest presents the certificate of a passthrough Route, so that the API server rejects one in the Route',
    remedy: `Remove ${field}, or use edge or reencrypt termination.`,
    fix: removal(`spec.tls.${field}`),
  }));
}
