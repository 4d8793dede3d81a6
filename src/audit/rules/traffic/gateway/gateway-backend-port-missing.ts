import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayBackendView, type GatewayRouteView, gatewayRoutes } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { meantServicePort, servicePortRemedy } from '../../../service-port-remedy';
import { Severity } from '../../../severity';

export const gatewayBackendPortMissing: Rule<GatewayRouteView> = {
  id: 'gateway-backend-port-missing',
  title: 'The port of a backend in a route of the Gateway API is one that its Service has',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'A backendRef names a port of the Service by its number. The API server rejects a backendRef to a Service without one; with a number that the Service does not have the reference is not resolved, and its share of the traffic is answered with errors.',
  remediation: 'Use the port as it stands in the Service.',
  references: [GATEWAY_API],
  subjects: gatewayRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView, context: RuleContext): Outcome {
  const backends = route.rules.flatMap((rule) => rule.backends);
  return backends.length === 0 ? NOT_APPLICABLE : backends.flatMap((backend) => violations(route, backend, context));
}

function violations(route: GatewayRouteView, { path, namespace, name, port }: GatewayBackendView, { graph }: RuleContext): Violation[] {
  const { manifest } = route;
  if (port === undefined || port === null) {
    const message = 'the API server rejects a reference to a Service without a port';
    return [{ manifest, stage: Stage.APPLY, path: `${path}.port`, message, remedy: 'Set it to the number of a port of the Service.' }];
  }
  const service = graph.service(namespace, name);
  if (service === undefined || service.ports.length === 0 || service.ports.some((known) => known.port === port)) {
    return [];
  }
  const message = `Service ${service.name} has no such port, so that the gateway answers this share of the traffic with errors`;
  const meant = meantServicePort(service, port);
  const fix = meant === undefined ? undefined : setting(`${path}.port`, meant.port);
  return [{ manifest, path: `${path}.port`, value: port, message, remedy: servicePortRemedy(service, port), fix }];
}
