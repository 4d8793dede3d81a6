import { HAPROXY_INGRESS_REDIRECT, NGINX_REDIRECT } from '../../../../admission';
import { servesTlsOtherwise } from '../../../../admission/ingress-tls';
import { INGRESS_PLAIN_HTTP, says } from '../../../../facts';
import { annotationPath, type IngressView, ingresses, objectsOf } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const ingressPlainHttpAllowed: Rule<IngressView> = {
  id: 'ingress-plain-http-allowed',
  title: 'An Ingress with TLS is not served over plain HTTP as well',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'Controllers redirect plain HTTP to a host that has TLS. With the redirect switched off they answer on port 80 too: who follows an old link or types the host sends cookies and passwords in the clear.',
  remediation: 'Remove the annotation.',
  references: [NGINX_REDIRECT, HAPROXY_INGRESS_REDIRECT],
  mentions: INGRESS_PLAIN_HTTP.map(({ annotation }) => annotation),
  subjects: ingresses,
  evaluate,
};

function evaluate(ingress: IngressView): Outcome {
  const { manifest, spec, annotations } = ingress;
  if (objectsOf(spec.tls).length === 0 || servesTlsOtherwise(ingress)) {
    return NOT_APPLICABLE;
  }
  return INGRESS_PLAIN_HTTP.filter((option) => says(annotations, option)).map(({ annotation }) => ({
    manifest,
    path: annotationPath(annotation),
    value: annotations[annotation],
    message: 'the controller serves plain HTTP as well, so that cookies and passwords of whoever uses it go over the network in the clear',
    remedy: 'Remove the annotation: to redirect is the default where there is TLS.',
    fix: removal(annotationPath(annotation)),
  }));
}
