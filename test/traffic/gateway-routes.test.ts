import { Chart, Duration, Testing } from 'cdk8s';
import {
  GatewayChannel,
  HttpRoute,
  type HttpRouteProps,
  ManifestCheck,
  StickyHttpRoute,
  type StickyHttpRouteProps,
  TcpRoute,
} from 'cdk8s-kubevirt';
import { Service } from 'cdk8s-plus-27';

/** What the API server would fill in, and tools that compare lists would see. */
const PARENT = { group: 'gateway.networking.k8s.io', kind: 'Gateway' };
const BACKEND = { group: '', kind: 'Service' };

const GATEWAY = { name: 'public', namespace: 'gateways', listener: 'https' };

function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function service(chart: Chart, name = 'web'): Service {
  return new Service(chart, name, { metadata: { name }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
}

function httpRoute(chart: Chart, props: Partial<HttpRouteProps> = {}): HttpRoute {
  return new HttpRoute(chart, 'route', { gateways: [GATEWAY], backends: props.backends ?? [{ service: service(chart) }], ...props });
}

function stickyRoute(chart: Chart, props: Partial<StickyHttpRouteProps> = {}): StickyHttpRoute {
  const backends = [{ service: service(chart) }];
  return new StickyHttpRoute(chart, 'route', { gateways: [GATEWAY], backends, channel: GatewayChannel.EXPERIMENTAL, ...props });
}

function only(chart: Chart, wanted: string): any {
  expect(ManifestCheck.findings(chart)).toEqual([]);
  return Testing.synth(chart).find(({ kind }) => kind === wanted);
}

describe('an HttpRoute', () => {
  test('leads from a Gateway to a Service', () => {
    const chart = shop();
    httpRoute(chart, { metadata: { name: 'shop' }, hostnames: ['shop.example.com'], path: '/cart', timeout: Duration.seconds(90) });
    expect(only(chart, 'HTTPRoute')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: {
        parentRefs: [{ ...PARENT, name: 'public', namespace: 'gateways', sectionName: 'https' }],
        hostnames: ['shop.example.com'],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/cart' } }],
            backendRefs: [{ ...BACKEND, name: 'web', port: 80, weight: 1 }],
            timeouts: { request: '1m30s' },
          },
        ],
      },
    });
  });

  test('splits its requests', () => {
    const chart = shop();
    const backends = [
      { service: service(chart), weight: 9 },
      { service: service(chart, 'next'), port: 80, weight: 1 },
    ];
    httpRoute(chart, { backends });
    expect(only(chart, 'HTTPRoute').spec.rules).toEqual([
      {
        backendRefs: [
          { ...BACKEND, name: 'web', port: 80, weight: 9 },
          { ...BACKEND, name: 'next', port: 80, weight: 1 },
        ],
        matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      },
    ]);
  });

  test('to a port that the Service does not have is a finding', () => {
    const chart = shop();
    httpRoute(chart, { backends: [{ service: service(chart), port: 8080 }] });
    expect(ManifestCheck.findings(chart).map(({ code }) => code)).toEqual(['gateway-backend-port-missing']);
  });
});

describe('a StickyHttpRoute', () => {
  test('has a cookie until the browser is closed, and says which channel it needs', () => {
    const chart = shop();
    stickyRoute(chart, { metadata: { name: 'shop', annotations: { team: 'shop' } } });
    const { metadata, spec } = only(chart, 'HTTPRoute');
    expect(metadata.name).toBe('shop');
    expect(metadata.annotations).toEqual({ team: 'shop', 'cdk8s-kubevirt/gateway-channel': 'experimental' });
    expect(spec.rules[0].sessionPersistence).toEqual({ type: 'Cookie', cookieConfig: { lifetimeType: 'Session' } });
  });

  test('may have a cookie that lives on', () => {
    const chart = shop();
    stickyRoute(chart, { cookieName: 'shop', sessionLifetime: Duration.hours(8) });
    expect(only(chart, 'HTTPRoute').spec.rules[0].sessionPersistence).toEqual({
      type: 'Cookie',
      sessionName: 'shop',
      absoluteTimeout: '8h',
      cookieConfig: { lifetimeType: 'Permanent' },
    });
  });

  test('is refused on the standard channel', () => {
    const text =
      '[shop/route] channel is "standard": session persistence is in the experimental channel of the Gateway API, and other clusters drop the field. Use GatewayChannel.EXPERIMENTAL if the cluster has it; otherwise HttpRoute, or StickyIngress for sticky sessions. (gateway-channel-standard)';
    expect(() => stickyRoute(shop(), { channel: GatewayChannel.STANDARD })).toThrow(new Error(text));
  });

  test('is the same when synthesized again', () => {
    const chart = shop();
    stickyRoute(chart);
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  });
});

test('a TcpRoute leads from a listener to a Service', () => {
  const chart = shop();
  new TcpRoute(chart, 'ssh', { metadata: { name: 'ssh' }, gateways: [{ name: 'public' }], backends: [{ service: service(chart) }] });
  expect(only(chart, 'TCPRoute')).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TCPRoute',
    metadata: { name: 'ssh', namespace: 'shop' },
    spec: { parentRefs: [{ ...PARENT, name: 'public' }], rules: [{ backendRefs: [{ ...BACKEND, name: 'web', port: 80, weight: 1 }] }] },
  });
});

describe('refuses', () => {
  const cases: [what: string, props: (chart: Chart) => Partial<HttpRouteProps>, text: string][] = [
    [
      'no Gateway',
      () => ({ gateways: [] }),
      '[shop/route] gateways is []: a route without a Gateway gets no traffic. Pass at least one Gateway, such as { name: "public" }. (gateways-missing)',
    ],
    [
      'no Service',
      () => ({ backends: [] }),
      '[shop/route] backends is []: a route without a Service answers with an error. Pass at least one Service, such as { service: web }. (backends-missing)',
    ],
    [
      'a weight below 0',
      (chart) => ({ backends: [{ service: service(chart), weight: -1 }] }),
      '[shop/route] backends[0].weight is -1: the value must be between 0 and 1000000. Pass 0 or more. (out-of-range)',
    ],
    [
      'a path that climbs up',
      () => ({ path: '/a/../b' }),
      '[shop/route] path is "/a/../b": a path begins with "/" and has only characters of a URL path, without "//", "/./" and "/../". Pass a path such as "/shop". (gateway-path-invalid)',
    ],
    [
      'no time at all',
      () => ({ timeout: Duration.seconds(0) }),
      '[shop/route] timeout is 0 ms: the Gateway API counts whole milliseconds, from 1 to 99999 hours. Use a duration in that range, such as Duration.minutes(5), or leave the option out. (gateway-duration-invalid)',
    ],
    [
      'a Service in another namespace',
      (chart) => ({ backends: [{ service: service(new Chart(chart.node.root as any, 'stock', { namespace: 'stock' })) }] }),
      '[shop/route] backends[0].service is stock/web in the namespace stock: the Service has to be in the namespace of the HTTPRoute, shop. Create the HTTPRoute in the namespace stock. (service-in-other-namespace)',
    ],
    [
      'a Service without ports',
      (chart) => ({ backends: [{ service: new Service(chart, 'none') }] }),
      '[shop/route] backends[0].port is not set: shop/none has 0 ports, and none of them is the obvious one. Pass the number of a port of the Service. (service-port-unset)',
    ],
  ];

  test.each(cases)('%s', (_what, props, text) => {
    const chart = shop();
    expect(() => httpRoute(chart, props(chart))).toThrow(new Error(text));
  });

  test.each(['//', '/a//b', '/./', '/..', '/%2f', 'a', '/#', '/ '])('the path %s', (path) => {
    expect(() => httpRoute(shop(), { path })).toThrow('(gateway-path-invalid)');
  });

  test.each(['/', '/a/b.c/', '/a%20b', "/-._~!$&'()*+,;=:@"])('but not the path %s', (path) => {
    expect(() => httpRoute(shop(), { path })).not.toThrow();
  });
});

test.each([
  [[{ name: 'public' }, { name: 'public' }]],
  [[{ name: 'public', listener: 'https' }, { name: 'public' }]],
  [
    [
      { name: 'public', listener: 'https' },
      { name: 'public', listener: 'https' },
    ],
  ],
])('Gateways that the API server takes for the same are a finding: %j', (gateways) => {
  const chart = shop();
  httpRoute(chart, { gateways });
  new TcpRoute(chart, 'ssh', { gateways, backends: [{ service: service(chart, 'ssh-service') }] });
  expect(ManifestCheck.findings(chart).map(({ code, constructPath }) => [code, constructPath])).toEqual([
    ['gateway-parents-not-unique', 'shop/route'],
    ['gateway-parents-not-unique', 'shop/ssh'],
  ]);
});
