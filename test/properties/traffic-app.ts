import type { Chart } from 'cdk8s';
import {
  GatewayChannel,
  HttpRoute,
  ProbedService,
  RouteTls,
  StickyHttpRoute,
  StickyIngress,
  StickyRoute,
  TcpRoute,
  type VirtualMachine,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';
import { READINESS_PORT } from './scenario';
import type { RouteScenario, TrafficScenario } from './traffic-scenario';

const GATEWAYS = [{ name: 'public' }];

/** The Route of an app. */
export function buildRoute(chart: Chart, service: ProbedService, vms: VirtualMachine[], scenario: RouteScenario): StickyRoute {
  const { props, alternateWeight, certificateInSecret } = scenario;
  const ports = [{ name: 'http', port: 80, targetPort: READINESS_PORT }];
  const alternateBackends =
    alternateWeight === undefined
      ? undefined
      : [{ service: new ProbedService(chart, 'next-service', { vms, ports }), weight: alternateWeight }];
  const tls = certificateInSecret
    ? RouteTls.edge({ externalCertificate: Secret.fromSecretName(chart, 'certificate', 'shop-tls') })
    : props.tls;
  return new StickyRoute(chart, 'route', { ...props, service, tls, alternateBackends });
}

/** What leads to the Service of an app on clusters without OpenShift's router. */
export function buildTraffic(chart: Chart, service: ProbedService, { ingress, httpRoute, tcpRoute }: TrafficScenario): void {
  if (ingress !== undefined) {
    new StickyIngress(chart, 'ingress', { ...ingress, service });
  }
  if (httpRoute !== undefined) {
    const { weight, ...props } = httpRoute;
    const backends = [{ service, port: 80, weight }];
    new StickyHttpRoute(chart, 'sticky-http-route', { ...props, gateways: GATEWAYS, backends, channel: GatewayChannel.EXPERIMENTAL });
    new HttpRoute(chart, 'http-route', { path: props.path, timeout: props.timeout, gateways: GATEWAYS, backends });
  }
  if (tcpRoute) {
    new TcpRoute(chart, 'tcp-route', { gateways: GATEWAYS, backends: [{ service, port: 80 }] });
  }
}
