import { BACKEND_TLS_POLICY } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { GATEWAY_GROUP } from '../../../../facts';
import { isObject, type Manifest, type ManifestGraph } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const backendTlsPolicyTrustNotExactlyOne: Rule<Manifest> = {
  id: 'backend-tls-policy-trust-not-exactly-one',
  title: 'A BackendTLSPolicy says in one way which certificates of the guest are trusted',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'The gateway trusts either the authorities that caCertificateRefs leads to or those that it knows itself, with wellKnownCACertificates. The API server rejects a policy with both and one with neither.',
  remediation: 'Set caCertificateRefs to a ConfigMap with the CA of the guest.',
  references: [BACKEND_TLS_POLICY],
  subjects: (graph: ManifestGraph) => graph.ofKind(GATEWAY_GROUP, 'BackendTLSPolicy'),
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const validation = manifest.spec?.validation;
  if (!isObject(validation)) {
    return NOT_APPLICABLE;
  }
  const { caCertificateRefs, wellKnownCACertificates } = validation;
  const hasOwn = Array.isArray(caCertificateRefs) && caCertificateRefs.length > 0;
  if (hasOwn !== Boolean(wellKnownCACertificates)) {
    return [];
  }
  return hasOwn
    ? [
        {
          manifest,
          path: 'spec.validation.wellKnownCACertificates',
          value: wellKnownCACertificates,
          message: 'caCertificateRefs says whom to trust already, and the API server rejects both together',
          remedy: 'Remove one of the two.',
        },
      ]
    : [
        {
          manifest,
          path: 'spec.validation.caCertificateRefs',
          value: caCertificateRefs,
          message: 'the API server rejects a policy that says neither with it nor with wellKnownCACertificates whom to trust',
          remedy: 'Set it to a ConfigMap with the CA that signed the certificate of the guest.',
        },
      ];
}
