import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import {
  ExternalTrafficPolicy,
  GatewayChannel,
  HttpRoute,
  IngressController,
  ProbedService,
  RouteHeader,
  RouteTls,
  Stickiness,
  StickyHttpRoute,
  StickyIngress,
  StickyRoute,
  type StickyRouteProps,
} from 'cdk8s-kubevirt';
import type { Construct } from 'constructs';
import type { BuiltApp } from './build-app';
import type { Fault } from './faults';

const GATEWAYS = [{ name: 'public' }];
const HEADER_ACTIONS = '/spec/httpHeaders/actions/request/0';

function add(construct: Construct, path: string, value: unknown): void {
  ApiObject.of(construct).addJsonPatch(JsonPatch.add(path, value));
}

function route({ chart, service }: BuiltApp, props: Partial<StickyRouteProps>): StickyRoute {
  return new StickyRoute(chart, 'x', { service, port: 'http', host: 'x.example.com', ...props });
}

/** A port that the Service lacks: it draws two beside its own at most. */
function missingPort({ service }: BuiltApp): number {
  return [65_533, 65_534, 65_535].find((candidate) => service.ports.every(({ port }) => port !== candidate)) as number;
}

function ingress({ chart, service }: BuiltApp): StickyIngress {
  const controller = IngressController.nginx();
  return new StickyIngress(chart, 'x', { controller, service, port: 80, host: 'x.example.com', cookieName: 'x' });
}

function httpRoute({ chart, service }: BuiltApp): HttpRoute {
  return new HttpRoute(chart, 'x', { gateways: GATEWAYS, backends: [{ service, port: 80 }] });
}

function stickyHttpRoute({ chart, service }: BuiltApp, channel = GatewayChannel.EXPERIMENTAL): StickyHttpRoute {
  return new StickyHttpRoute(chart, 'x', { gateways: GATEWAYS, backends: [{ service, port: 80 }], channel });
}

/** Single faults in what leads to the VMs. */
export const TRAFFIC_FAULTS: readonly Fault[] = [
  { code: 'patch-lost', plant: ({ service }) => add(service, '/spec/trafficDistribution', 'PreferClose') },
  { code: 'rate-limits-missing', plant: (built) => route(built, { rateLimits: {} }) },
  { code: 'rewrite-target-invalid', plant: (built) => route(built, { rewriteTarget: 'api' }) },
  { code: 'cookie-on-passthrough', plant: (built) => route(built, { tls: RouteTls.passthrough(), stickiness: Stickiness.COOKIE }) },
  { code: 'header-name-forbidden', plant: () => RouteHeader.remove('Cookie') },
  { code: 'header-name-invalid', plant: () => RouteHeader.remove('a b') },
  { code: 'header-value-invalid', plant: () => RouteHeader.setText('X-A', '') },
  { code: 'header-expression-invalid', plant: () => RouteHeader.setExpression('X-A', '%[src]') },
  { code: 'whole-seconds', plant: (built) => route(built, { hsts: { maxAge: Duration.millis(1) } }) },
  { code: 'route-cookie-disabled', plant: (built) => route(built, { stickiness: Stickiness.NONE, cookieName: 'x' }) },
  { code: 'route-backend-twice', plant: (built) => route(built, { alternateBackends: [{ service: built.service, weight: 1 }] }) },
  {
    code: 'route-header-value-invalid',
    plant: (built) => add(route(built, { requestHeaders: [RouteHeader.setText('X-A', 'a')] }), `${HEADER_ACTIONS}/action/set/value`, '50%'),
  },
  {
    code: 'route-header-forbidden',
    plant: (built) => add(route(built, { requestHeaders: [RouteHeader.remove('X-A')] }), `${HEADER_ACTIONS}/name`, 'Cookie'),
  },
  {
    code: 'route-header-action-incomplete',
    plant: (built) => add(route(built, { requestHeaders: [RouteHeader.remove('X-A')] }), `${HEADER_ACTIONS}/action/type`, 'Set'),
  },
  {
    code: 'service-field-needs-other-type',
    plant: ({ chart, vms }) =>
      new ProbedService(chart, 'x', { vms, ports: [{ name: 'a', port: 8080 }], externalTrafficPolicy: ExternalTrafficPolicy.LOCAL }),
  },
  {
    code: 'load-balancer-class-invalid',
    plant: ({ chart, vms }) => new ProbedService(chart, 'x', { vms, ports: [{ name: 'a', port: 1 }], loadBalancerClass: '/internal' }),
  },
  {
    code: 'source-range-invalid',
    plant: ({ chart, vms }) => new ProbedService(chart, 'x', { vms, ports: [{ name: 'a', port: 1 }], loadBalancerSourceRanges: ['all'] }),
  },
  {
    code: 'service-port-missing',
    plant: (built) =>
      new StickyIngress(built.chart, 'x', {
        controller: IngressController.haproxyIngress(),
        service: built.service,
        port: missingPort(built),
      }),
  },
  { code: 'ingress-backend-port-missing', plant: (built) => add(ingress(built), '/spec/rules/0/http/paths/0/backend/service/port', {}) },
  {
    code: 'sticky-annotation-without-effect',
    plant: ({ service: { metadata } }) => {
      metadata.addAnnotation('traefik.ingress.kubernetes.io/service.sticky.cookie', 'true');
      metadata.addAnnotation('traefik.ingress.kubernetes.io/service.nativelb', 'true');
    },
  },
  {
    code: 'gateways-missing',
    plant: ({ chart, service }) => new HttpRoute(chart, 'x', { gateways: [], backends: [{ service, port: 80 }] }),
  },
  { code: 'gateway-channel-standard', plant: (built) => stickyHttpRoute(built, GatewayChannel.STANDARD) },
  { code: 'gateway-backend-port-missing', plant: (built) => add(httpRoute(built), '/spec/rules/0/backendRefs/0/port', missingPort(built)) },
  {
    code: 'session-persistence-invalid',
    plant: (built) => add(stickyHttpRoute(built), '/spec/rules/0/sessionPersistence/cookieConfig/lifetimeType', 'Permanent'),
  },
  { code: 'field-value-not-allowed', plant: (built) => add(stickyHttpRoute(built), '/spec/rules/0/sessionPersistence/type', 'Address') },
];
