import { ROUTE_HOST_ASSIGNMENT, ROUTE_VALIDATION } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { LONGEST_DNS_LABEL } from '../../../facts';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeGeneratedHostTooLong: Rule<RouteView> = {
  id: 'route-generated-host-too-long',
  title: 'The host that OpenShift makes up for a Route fits into a DNS label',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'Without host and subdomain OpenShift makes up the host NAME-NAMESPACE.DOMAIN. A first label of more than 63 characters is rejected.',
  remediation: 'Set spec.host, or shorten the name of the Route.',
  references: [ROUTE_HOST_ASSIGNMENT, ROUTE_VALIDATION],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { name, namespace } = route;
  if (route.spec.host || route.spec.subdomain || typeof name !== 'string' || !namespace) {
    return NOT_APPLICABLE;
  }
  const label = `${name}-${namespace}`;
  return label.length <= LONGEST_DNS_LABEL
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.host',
          message: `OpenShift makes up a host that begins with ${label.replaceAll('.', '-')}, which has ${label.length} characters where a DNS label has at most ${LONGEST_DNS_LABEL}, and rejects it`,
          remedy: 'Set the host, or shorten the name of the Route.',
        },
      ];
}
