import { ROUTER_BACKENDS, ROUTER_TEMPLATE_HELPERS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { hasEndpointPort, type RouteView, type ServiceView } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const routePortMissing: Rule<RouteView> = {
  id: 'route-port-missing',
  title: 'The port of a Route is one that its Services have',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The router compares the targetPort of a Route with the names of the Service ports and with the port numbers of the pods, never with the port numbers of the Service. Without a match the Route is admitted, has no servers and answers each request with 503.',
  remediation: 'Use the name of the Service port.',
  references: [ROUTER_TEMPLATE_HELPERS, ROUTER_BACKENDS],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  const target = route.spec.port?.targetPort;
  if ((typeof target !== 'string' && typeof target !== 'number') || target === '' || target === 0) {
    return NOT_APPLICABLE;
  }
  const services = route.backends
    .flatMap((backend) => graph.service(route.namespace, backend.name) ?? [])
    .filter((service) => service.hasSelector);
  if (services.length === 0) {
    return NOT_APPLICABLE;
  }
  return services
    .filter((service) => hasEndpointPort(service, String(target), graph) === false)
    .map((service) => violation(route, target, service, services.length === 1));
}

function violation(route: RouteView, target: string | number, service: ServiceView, isOnly: boolean): Violation {
  const { message, remedy, wanted } = explanation(String(target), service);
  const path = 'spec.port.targetPort';
  const fix = wanted === undefined || !isOnly ? undefined : setting(path, wanted);
  return { manifest: route.manifest, path, value: target, message, remedy, fix };
}

function explanation(target: string, service: ServiceView): { message: string; remedy: string; wanted?: string | number } {
  const name = `Service ${service.name}`;
  const meant = service.tcpPorts.find((port) => String(port.port) === target);
  if (meant !== undefined) {
    return {
      message: `${target} is the port of ${name}, but the router compares a number with the port of the pods, which is ${meant.targetPort}: the Route has no servers and answers with 503`,
      remedy:
        meant.name === undefined
          ? `Give the port of the Service a name and use the name here, or use ${meant.targetPort}.`
          : `Use the name of the Service port: targetPort: ${meant.name}.`,
      wanted: meant.name,
    };
  }
  if (service.ports.some((port) => port.protocol !== 'TCP' && [port.name, String(port.targetPort)].includes(target))) {
    return {
      message: `the router serves TCP only, and ${name} has this port for another protocol: the Route has no servers and answers with 503`,
      remedy: 'Use a TCP port of the Service.',
    };
  }
  return {
    message: `${name} has no such port: the Route has no servers and answers with 503`,
    remedy: choices(service),
    wanted: service.tcpPorts.length === 1 ? service.tcpPorts[0].name : undefined,
  };
}

function choices(service: ServiceView): string {
  const names = service.tcpPorts.flatMap((port) => port.name ?? []);
  if (names.length > 0) {
    return `Use the name of a Service port: ${names.join(', ')}.`;
  }
  return `Give the port of the Service a name and use the name here.`;
}
