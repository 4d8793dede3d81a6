import { ROUTE_TYPES } from '../../../../admission';
import { displayName, machineBehind, type RouteView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const routeWithoutTls: Rule<RouteView> = {
  id: 'route-without-tls',
  title: 'A Route to VMs encrypts',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A Route without tls is served over plain HTTP: whoever is between a client and the router reads passwords and session cookies, and changes answers. Browsers call it not secure. The router has a certificate for all hosts of its own domain, so that edge termination needs nothing else.',
  remediation: 'Set tls with termination: edge and insecureEdgeTerminationPolicy: Redirect, and a certificate for hosts of another domain.',
  references: [ROUTE_TYPES],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  const { manifest, namespace, backends, tls, mode } = route;
  const vm = machineBehind(
    backends.map(({ name }) => ({ namespace, name })),
    graph,
  );
  if (vm === undefined) {
    return NOT_APPLICABLE;
  }
  return mode === 'plain'
    ? [
        {
          manifest,
          path: 'spec.tls',
          value: tls,
          message: `whoever is between clients and the router reads and changes what they exchange with ${displayName(vm.manifest)}, session cookies and passwords too`,
          remedy:
            'Set termination: edge with insecureEdgeTerminationPolicy: Redirect: the router has a certificate for hosts of its own domain.',
        },
      ]
    : [];
}
