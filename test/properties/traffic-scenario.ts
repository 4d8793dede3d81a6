import { Duration } from 'cdk8s';
import {
  BalanceAlgorithm,
  ExternalTrafficPolicy,
  ForwardedHeaders,
  IngressController,
  type IngressPathOptions,
  RouteHeader,
  RouteTls,
  SameSite,
  type ServiceExposureOptions,
  Stickiness,
  type StickyHttpRouteProps,
  type StickyRouteProps,
  WildcardPolicy,
} from 'cdk8s-kubevirt';
import { ServiceType } from 'cdk8s-plus-27';
import * as fc from 'fast-check';

/** What leads to the VMs of an app, as data. */
export interface TrafficScenario {
  readonly exposure: ServiceExposureOptions & { readonly type?: ServiceType };
  readonly route: RouteScenario;
  readonly ingress?: IngressPathOptions & { readonly controller: IngressController };
  readonly httpRoute?: Omit<StickyHttpRouteProps, 'gateways' | 'backends' | 'channel'> & { readonly weight?: number };
  readonly tcpRoute: boolean;
}

/** A Route, and what of it needs objects beside it. */
export interface RouteScenario {
  readonly props: Omit<StickyRouteProps, 'service'>;
  readonly alternateWeight?: number;
  readonly certificateInSecret: boolean;
}

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((value) => Duration.seconds(value));
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const host = label.map((name) => `${name}.apps.example.com`);
const path = label.map((name) => `/${name}`);
const count = fc.integer({ min: 1, max: 10_000 });

const headers = fc.uniqueArray(label, { maxLength: 3 }).map((names) => names.map((name) => RouteHeader.setText(`X-${name}`, '100% sure')));

const routeProps: fc.Arbitrary<Omit<StickyRouteProps, 'service'>> = fc.record({
  port: fc.constant('http'),
  host: option(host),
  path: option(path),
  tls: option(fc.constantFrom(RouteTls.edge(), RouteTls.reencrypt({ destinationCaCertificate: 'PEM' }))),
  stickiness: option(fc.constant(Stickiness.COOKIE)),
  cookieName: option(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,19}$/)),
  sameSite: option(member(SameSite)),
  balance: option(member(BalanceAlgorithm)),
  timeout: option(seconds(1, 3600)),
  tunnelTimeout: option(seconds(1, 86_400)),
  healthCheckInterval: option(seconds(1, 60)),
  ipAllowlist: option(fc.array(fc.ipV4(), { minLength: 1, maxLength: 3 })),
  rateLimits: option(fc.record({ concurrentConnections: count, connectionRate: option(count), requestRate: option(count) })),
  maxConnectionsPerVm: option(count),
  hsts: option(fc.record({ maxAge: seconds(0, 31_536_000), includeSubDomains: option(fc.boolean()), preload: option(fc.boolean()) })),
  requestHeaders: option(headers),
  responseHeaders: option(headers),
  rewriteTarget: option(path),
  forwardedHeaders: option(member(ForwardedHeaders)),
  adjustHeaderCase: option(fc.boolean()),
  wildcardPolicy: option(fc.constant(WildcardPolicy.NONE)),
  weight: option(fc.integer({ min: 1, max: 256 })),
});

const route: fc.Arbitrary<RouteScenario> = fc.record({
  props: routeProps,
  alternateWeight: option(fc.integer({ min: 0, max: 256 })),
  certificateInSecret: fc.boolean(),
});

const exposure = fc.oneof(
  fc.constant({}),
  fc.record({ type: fc.constant(ServiceType.NODE_PORT), externalTrafficPolicy: option(member(ExternalTrafficPolicy)) }),
  fc.record({
    type: fc.constant(ServiceType.LOAD_BALANCER),
    externalTrafficPolicy: option(member(ExternalTrafficPolicy)),
    loadBalancerClass: option(label.map((name) => `example.com/${name}`)),
    loadBalancerSourceRanges: option(
      fc.array(
        fc.ipV4().map((address) => `${address}/32`),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    allocateLoadBalancerNodePorts: option(fc.boolean()),
  }),
);

const cookie = fc.record({ maxAge: option(seconds(1, 86_400)), sameSite: option(member(SameSite)) });
const controller = fc.oneof(
  cookie.map((options) => IngressController.nginx(options)),
  cookie.map((options) => IngressController.traefik(options)),
  fc.boolean().map((crossSiteCookie) => IngressController.haproxyIngress({ crossSiteCookie })),
  label.map((className) => IngressController.haproxyTechnologies({ className })),
);

const ingress = fc.record({ controller, port: fc.constant(80), host: option(host), path: option(path), cookieName: option(label) });

const httpRoute = fc.record({
  hostnames: option(fc.uniqueArray(host, { maxLength: 3 })),
  path: option(path),
  timeout: option(fc.integer({ min: 1, max: 100_000_000 }).map((value) => Duration.millis(value))),
  cookieName: option(label),
  sessionLifetime: option(seconds(1, 86_400)),
  weight: option(fc.integer({ min: 1, max: 1_000_000 })),
});

/** Valid traffic to a Service with a port `http` of the number 80. */
export const traffic: fc.Arbitrary<TrafficScenario> = fc.record({
  exposure,
  route,
  ingress: option(ingress),
  httpRoute: option(httpRoute),
  tcpRoute: fc.boolean(),
});
