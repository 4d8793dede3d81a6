import { GATEWAY_API } from '../../../../admission';
import { attachedListeners, displayName, type GatewayRouteView, httpRoutes, machineBehind } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const httpRouteWithoutTls: Rule<GatewayRouteView> = {
  id: 'http-route-without-tls',
  title: 'An HTTPRoute to VMs is attached to listeners that encrypt',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A listener with the protocol HTTP serves the route in the clear, beside an encrypted one too, where the route names none of them: whoever is between a client and the gateway reads passwords and session cookies, and changes answers. A route that only redirects has no Services behind it, and is left out, and so are Gateways that are not among the manifests.',
  remediation: 'Name the HTTPS listener in sectionName, and redirect plain HTTP with an HTTPRoute of its own.',
  references: [GATEWAY_API],
  mentions: ['HTTPRoute'],
  subjects: httpRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView, { graph }: RuleContext): Outcome {
  const vm = machineBehind(
    route.rules.flatMap(({ backends }) => backends),
    graph,
  );
  const listeners = vm === undefined ? [] : attachedListeners(route, graph);
  if (vm === undefined || listeners.length === 0) {
    return NOT_APPLICABLE;
  }
  return listeners
    .filter(({ listener }) => listener.protocol === 'HTTP')
    .map(({ path, reference, gateway, listener }) => ({
      manifest: route.manifest,
      path,
      value: reference,
      message: `listener ${listener.name} of ${displayName(gateway)} serves this over plain HTTP, where whoever is between reads and changes what clients exchange with ${displayName(vm.manifest)}`,
      remedy: 'Name a listener with the protocol HTTPS in sectionName, and redirect plain HTTP with an HTTPRoute of its own.',
    }));
}
