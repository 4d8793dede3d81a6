import { ROUTER_TEMPLATE } from '../../../admission';
import { HTTP_PORT, HTTPS_PORT } from '../../../facts';
import { guestPort, type ManifestGraph, type RouteView, type ServiceView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const routeTlsOfOtherPort: Rule<RouteView> = {
  id: 'route-tls-of-other-port',
  title: 'A Route speaks TLS to port 443 of VMs, and none to port 80',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'With edge, and without TLS, the router speaks plain HTTP to the guest; with passthrough and reencrypt the guest gets TLS. A web server answers plain HTTP on its TLS port with 400, and does not understand TLS on its plain one: the Route is admitted, its servers are up, and each request fails.',
  remediation: 'Lead edge to the plain port of the guest, and passthrough or reencrypt to its TLS port.',
  references: [ROUTER_TEMPLATE],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  const { mode, tls } = route;
  const ports =
    mode === undefined ? [] : route.backends.flatMap(({ name }) => portsBehind(route, graph.service(route.namespace, name), graph));
  if (ports.length === 0) {
    return NOT_APPLICABLE;
  }
  const guestSpeaksTls = mode === 'passthrough' || mode === 'reencrypt';
  const wrong = guestSpeaksTls ? HTTP_PORT : HTTPS_PORT;
  if (!ports.includes(wrong)) {
    return [];
  }
  const message = guestSpeaksTls
    ? `the guest gets TLS on port ${wrong}, where guests speak plain HTTP: each request fails`
    : `the router speaks plain HTTP to port ${wrong}, where guests speak TLS: each request fails`;
  const remedy = guestSpeaksTls
    ? 'Lead the Route to the TLS port of the guest, or end TLS at the router with termination: edge.'
    : 'Lead the Route to the plain port of the guest, or let the guest have TLS with termination: passthrough or reencrypt.';
  const path = tls === undefined ? 'spec.tls' : 'spec.tls.termination';
  return [{ manifest: route.manifest, path, value: tls?.termination, message, remedy }];
}

/** The ports of guests that a Route leads to through a Service, where it says which. */
function portsBehind(route: RouteView, service: ServiceView | undefined, graph: ManifestGraph): number[] {
  const target = route.spec.port?.targetPort;
  const machines = service === undefined ? [] : graph.virtualMachinesBehind(service.manifest);
  const chosen = (service?.tcpPorts ?? []).filter(
    ({ name, targetPort }, _, all) =>
      (target === undefined && all.length === 1) || name === target || String(targetPort) === String(target),
  );
  return machines.flatMap((vm) => chosen.flatMap(({ targetPort }) => guestPort(targetPort, vm) ?? []));
}
