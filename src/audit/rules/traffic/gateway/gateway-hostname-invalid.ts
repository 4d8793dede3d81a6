import { isIP } from 'node:net';
import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { GATEWAY_GROUP } from '../../../../facts';
import { GatewayRouteView, type ManifestGraph } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

/** A version without this expression. */
const UNCHECKED = `${GATEWAY_GROUP}/v1alpha2`;

/** The addresses that the pattern of names lets through. */
const LOOKS_LIKE_NAME = 4;

export const gatewayHostnameInvalid: Rule<GatewayRouteView> = {
  id: 'gateway-hostname-invalid',
  title: 'The hosts of a TLSRoute are names, and no addresses',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'A TLSRoute is found by the server name that the client sends, which is no IP address. The API server rejects addresses.',
  remediation: 'Write a host name such as db.example.com or *.example.com.',
  references: [GATEWAY_API],
  mentions: ['hostnames'],
  subjects: (graph: ManifestGraph) => graph.ofKind(GATEWAY_GROUP, 'TLSRoute').map((manifest) => new GatewayRouteView(manifest)),
  evaluate,
};

function evaluate({ manifest, spec }: GatewayRouteView): Outcome {
  const hosts: unknown[] = Array.isArray(spec.hostnames) ? spec.hostnames : [];
  if (hosts.length === 0) {
    return NOT_APPLICABLE;
  }
  const isChecked = manifest.apiVersion !== UNCHECKED;
  const message = 'clients send names, not addresses, and the API server rejects it';
  const remedy = 'Write a host name such as db.example.com or *.example.com.';
  return hosts.flatMap((value, index) =>
    isChecked && typeof value === 'string' && isIP(value) === LOOKS_LIKE_NAME
      ? [{ manifest, path: `spec.hostnames[${index}]`, value, message, remedy }]
      : [],
  );
}
