import { ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView, ServiceView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const routePortUnset: Rule<RouteView> = {
  id: 'route-port-unset',
  title: 'A Route to a Service with several ports names one of them',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'Without a port the router makes a server of every TCP port of every pod: requests are spread over the ports, and those that speak another protocol answer with errors.',
  remediation: 'Set spec.port.targetPort to the name of a Service port.',
  references: [ROUTER_TEMPLATE_HELPERS],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  const services = route.backends.flatMap((backend) => graph.service(route.namespace, backend.name) ?? []);
  if (services.length === 0) {
    return NOT_APPLICABLE;
  }
  const target = route.spec.port?.targetPort;
  return target === undefined || target === null
    ? services.filter(hasSeveralTargets).map((service) => ({
        manifest: route.manifest,
        path: 'spec.port',
        value: route.spec.port,
        message: `Service ${service.name} has ${service.tcpPorts.length} TCP ports, and the router spreads requests over all of them`,
        remedy: `Set targetPort to the name of one: ${service.tcpPorts.map((port) => port.name ?? port.targetPort).join(', ')}.`,
      }))
    : [];
}

function hasSeveralTargets(service: ServiceView): boolean {
  return new Set(service.tcpPorts.map((port) => port.targetPort)).size > 1;
}
