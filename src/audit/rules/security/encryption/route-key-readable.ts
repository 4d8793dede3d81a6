import { ROUTE_TYPES } from '../../../../admission';
import type { RouteView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const routeKeyReadable: Rule<RouteView> = {
  id: 'route-key-readable',
  title: 'The private key of a Route is in a Secret',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Everybody who may read Routes, the role view included, reads a key in tls.key, and so does everybody with the repository of the manifests. With it somebody else is the host. Since OpenShift 4.19 a Route refers to a Secret in its place, and follows it when the certificate is renewed.',
  remediation: 'Put certificate and key into a Secret of the type kubernetes.io/tls, name it in externalCertificate, and replace the key.',
  references: [ROUTE_TYPES],
  mentions: ['key'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate({ manifest, tls, isPassthrough }: RouteView): Outcome {
  if (tls === undefined || isPassthrough) {
    return NOT_APPLICABLE;
  }
  return typeof tls.key === 'string' && tls.key !== ''
    ? [
        {
          manifest,
          path: 'spec.tls.key',
          value: tls.key,
          message: 'everybody who may read the Route, or the repository of this manifest, has the private key of the host',
          remedy:
            'Put certificate and key into a Secret of the type kubernetes.io/tls and name it in externalCertificate; replace the key.',
        },
      ]
    : [];
}
