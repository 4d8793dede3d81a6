import { isIP } from 'node:net';
import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DNS_SUBDOMAIN, GATEWAY_GROUP, hasFormat } from '../../../../facts';
import { GatewayRouteView, type ManifestGraph } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayHostnameInvalid: Rule<GatewayRouteView> = {
  id: 'gateway-hostname-invalid',
  title: 'The hosts of a TLSRoute are names',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A TLSRoute is found by the server name that the client sends, which is no IP address. The API server rejects addresses, capitals, and "*" elsewhere than as the first label.',
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
  return hosts.flatMap((host, index): Violation[] => {
    const fault = typeof host === 'string' ? faultOf(host) : undefined;
    const remedy = 'Write a host name such as db.example.com or *.example.com.';
    return fault === undefined ? [] : [{ manifest, path: `spec.hostnames[${index}]`, value: host, message: fault, remedy }];
  });
}

function faultOf(host: string): string | undefined {
  if (isIP(host) !== 0) {
    return 'clients send names, not addresses, and the API server rejects it';
  }
  return hasFormat(host.replace(/^\*\./, ''), DNS_SUBDOMAIN)
    ? undefined
    : 'the API server takes only names in lower case, with "*." in front if they stand for subdomains';
}
