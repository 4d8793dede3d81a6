import { Chart, Duration, Testing } from 'cdk8s';
import {
  BalanceAlgorithm,
  ForwardedHeaders,
  ManifestCheck,
  RouteHeader,
  RouteTls,
  Stickiness,
  StickyRoute,
  type StickyRouteProps,
  WildcardPolicy,
} from 'cdk8s-kubevirt';
import { Secret, Service } from 'cdk8s-plus-27';

const HAPROXY = 'haproxy.router.openshift.io';

function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function service(chart: Chart, name: string): Service {
  return new Service(chart, name, { metadata: { name }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
}

function route(chart: Chart, props: Partial<StickyRouteProps>): StickyRoute {
  const web = props.service ?? service(chart, 'web');
  return new StickyRoute(chart, 'route', { metadata: { name: 'shop' }, host: 'shop.example.com', service: web, ...props });
}

function manifest(props: Partial<StickyRouteProps>): any {
  const chart = shop();
  route(chart, props);
  return Testing.synth(chart).find(({ kind }) => kind === 'Route');
}

function annotations(props: Partial<StickyRouteProps>): any {
  return manifest(props).metadata.annotations;
}

function codes(chart: Chart): string[] {
  return ManifestCheck.findings(chart).map(({ code }) => code);
}

describe('weighted backends', () => {
  test('send a share of the clients to other Services', () => {
    const chart = shop();
    const alternateBackends = [{ service: service(chart, 'next'), weight: 10 }];
    route(chart, { weight: 90, alternateBackends });
    const { spec } = Testing.synth(chart).find(({ kind }) => kind === 'Route');
    expect(spec.to).toEqual({ kind: 'Service', name: 'web', weight: 90 });
    expect(spec.alternateBackends).toEqual([{ kind: 'Service', name: 'next', weight: 10 }]);
    expect(codes(chart)).toEqual([]);
  });

  test('may drain a Service', () => {
    const chart = shop();
    route(chart, { weight: 0, alternateBackends: [{ service: service(chart, 'next'), weight: 1 }] });
    expect(codes(chart)).toEqual([]);
  });

  test('are a finding when nobody new is served', () => {
    const chart = shop();
    route(chart, { weight: 0 });
    expect(codes(chart)).toEqual(['route-weights-all-zero']);
  });

  test('name each Service once', () => {
    const chart = shop();
    const web = service(chart, 'web');
    route(chart, { service: web, alternateBackends: [{ service: web, weight: 10 }] });
    expect(codes(chart)).toEqual(['route-backend-twice']);
  });

  test('are at most three', () => {
    const chart = shop();
    const names = ['one', 'two', 'three', 'four'];
    route(chart, { alternateBackends: names.map((name) => ({ service: service(chart, name), weight: 1 })) });
    expect(codes(chart)).toEqual(['field-out-of-bounds']);
  });

  test('have a port of the same name', () => {
    const chart = shop();
    const other = new Service(chart, 'other', { metadata: { name: 'other' }, ports: [{ name: 'web', port: 80 }] });
    other.selectLabel('app', 'other');
    route(chart, { alternateBackends: [{ service: other, weight: 1 }] });
    expect(codes(chart)).toEqual(['route-port-missing']);
  });
});

describe('stickiness', () => {
  test('by cookie is what the router does anyway', () => {
    expect(annotations({ stickiness: Stickiness.COOKIE })).toBeUndefined();
  });

  test('by address takes the cookie away', () => {
    expect(annotations({ stickiness: Stickiness.CLIENT_ADDRESS })).toEqual({
      [`${HAPROXY}/disable_cookies`]: 'true',
      [`${HAPROXY}/balance`]: 'source',
    });
  });

  test('can be given up', () => {
    expect(annotations({ stickiness: Stickiness.NONE })).toEqual({ [`${HAPROXY}/disable_cookies`]: 'true' });
    expect(annotations({ stickiness: Stickiness.NONE, tls: RouteTls.passthrough() })).toEqual({ [`${HAPROXY}/balance`]: 'random' });
  });

  test('by address leaves the choice of another algorithm', () => {
    const stickiness = Stickiness.CLIENT_ADDRESS;
    expect(annotations({ stickiness, balance: BalanceAlgorithm.LEASTCONN })[`${HAPROXY}/balance`]).toBe('leastconn');
  });

  test('without cookies and with a cookie name is a finding', () => {
    const chart = shop();
    route(chart, { stickiness: Stickiness.NONE, cookieName: 'shop' });
    expect(codes(chart)).toEqual(['route-cookie-disabled']);
  });

  test('by a cookie that another Route of the host overwrites is a finding', () => {
    const chart = shop();
    route(chart, { cookieName: 'shop' });
    new StickyRoute(chart, 'second', { host: 'shop.example.com', path: '/api', service: service(chart, 'api'), cookieName: 'shop' });
    expect(codes(chart)).toEqual(['route-cookie-shared']);
  });
});

describe('output', () => {
  test('switches rate limits on with the limits, and has as many let through as they say', () => {
    expect(
      annotations({ rateLimits: { concurrentConnections: 20, connectionRate: 30, requestRate: 200 }, maxConnectionsPerVm: 50 }),
    ).toEqual({
      [`${HAPROXY}/rate-limit-connections`]: 'true',
      [`${HAPROXY}/rate-limit-connections.concurrent-tcp`]: '21',
      [`${HAPROXY}/rate-limit-connections.rate-tcp`]: '31',
      [`${HAPROXY}/rate-limit-connections.rate-http`]: '200',
      [`${HAPROXY}/pod-concurrent-connections`]: '50',
    });
  });

  test('lets one connection through where one is allowed', () => {
    const limits = annotations({ rateLimits: { concurrentConnections: 1, connectionRate: 1 }, tls: RouteTls.passthrough() });
    expect([limits[`${HAPROXY}/rate-limit-connections.concurrent-tcp`], limits[`${HAPROXY}/rate-limit-connections.rate-tcp`]]).toEqual([
      '2',
      '2',
    ]);
  });

  test('tells that limits for connections count requests where the router sees them', () => {
    const chart = shop();
    route(chart, { rateLimits: { concurrentConnections: 20 } });
    expect(codes(chart)).toEqual(['route-rate-limit-counted-otherwise']);
  });

  test('tells browsers to stay with HTTPS', () => {
    const header = `${HAPROXY}/hsts_header`;
    expect(annotations({ hsts: { maxAge: Duration.minutes(10) } })[header]).toBe('max-age=600');
    const hsts = { maxAge: Duration.days(365), includeSubDomains: true, preload: true };
    expect(annotations({ hsts })[header]).toBe('max-age=31536000;includeSubDomains;preload');
  });

  test('rewrites paths and headers about the client', () => {
    const props = { path: '/shop', rewriteTarget: '/', forwardedHeaders: ForwardedHeaders.REPLACE, adjustHeaderCase: true };
    expect(annotations(props)).toEqual({
      [`${HAPROXY}/rewrite-target`]: '/',
      [`${HAPROXY}/set-forwarded-headers`]: 'replace',
      [`${HAPROXY}/h1-adjust-case`]: 'true',
    });
  });

  test('sets and removes headers', () => {
    const { httpHeaders } = manifest({
      requestHeaders: [RouteHeader.setExpression('X-Client-Certificate', '%{+Q}[ssl_c_der,base64]')],
      responseHeaders: [RouteHeader.setText('X-Share', '50%'), RouteHeader.remove('Server')],
    }).spec;
    expect(httpHeaders.actions).toEqual({
      request: [{ name: 'X-Client-Certificate', action: { type: 'Set', set: { value: '%{+Q}[ssl_c_der,base64]' } } }],
      response: [
        { name: 'X-Share', action: { type: 'Set', set: { value: '50%%' } } },
        { name: 'Server', action: { type: 'Delete' } },
      ],
    });
  });

  test('has no header actions when there are none, which passthrough would refuse', () => {
    expect(manifest({ requestHeaders: [], responseHeaders: [], tls: RouteTls.passthrough() }).spec).not.toHaveProperty('httpHeaders');
  });

  test('serves the hosts beside its own', () => {
    expect(manifest({ wildcardPolicy: WildcardPolicy.SUBDOMAIN }).spec.wildcardPolicy).toBe('Subdomain');
  });
});

describe('a certificate in a Secret', () => {
  function withSecret(): any[] {
    const chart = shop();
    const externalCertificate = Secret.fromSecretName(chart, 'certificate', 'shop-tls');
    route(chart, { tls: RouteTls.edge({ externalCertificate }) });
    expect(codes(chart)).toEqual([]);
    return Testing.synth(chart);
  }

  test('comes with the right of the router to read it, before the Route', () => {
    const manifests = withSecret();
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Role', 'RoleBinding', 'Route']);
    const [, role, binding, { spec }] = manifests;
    expect(role.rules).toEqual([{ apiGroups: [''], resources: ['secrets'], resourceNames: ['shop-tls'], verbs: ['get', 'list', 'watch'] }]);
    expect(binding.roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.metadata.name });
    expect(binding.subjects).toEqual([{ apiGroup: '', kind: 'ServiceAccount', name: 'router', namespace: 'openshift-ingress' }]);
    expect([role, binding].map(({ metadata }) => metadata.namespace)).toEqual(['shop', 'shop']);
    expect(spec.tls).toEqual({
      termination: 'edge',
      insecureEdgeTerminationPolicy: 'Redirect',
      externalCertificate: { name: 'shop-tls' },
    });
  });

  test('is for one that encrypts anew as well, in the namespace of the Route', () => {
    const chart = new Chart(Testing.app(), 'anywhere');
    const externalCertificate = Secret.fromSecretName(chart, 'certificate', 'shop-tls');
    const tls = RouteTls.reencrypt({ externalCertificate, destinationCaCertificate: 'PEM' });
    route(chart, { metadata: { name: 'shop', namespace: 'sale' }, tls });
    const namespaces = Testing.synth(chart).map(({ kind, metadata }) => [kind, metadata.namespace]);
    expect(namespaces.slice(1)).toEqual([
      ['Role', 'sale'],
      ['RoleBinding', 'sale'],
      ['Route', 'sale'],
    ]);
  });
});

test('a path is a path where nothing is rewritten', () => {
  expect(manifest({ path: '/a(b' }).spec.path).toBe('/a(b');
});

describe('refuses', () => {
  const cases: [what: string, props: (chart: Chart) => Partial<StickyRouteProps>, text: string][] = [
    [
      'a weight above 256',
      (chart) => ({ alternateBackends: [{ service: service(chart, 'next'), weight: 257 }] }),
      '[shop/route] alternateBackends[0].weight is 257: the value must be between 0 and 256. Pass 256 or less. (out-of-range)',
    ],
    [
      'a cookie on passthrough',
      () => ({ tls: RouteTls.passthrough(), stickiness: Stickiness.COOKIE }),
      '[shop/route] stickiness is "cookie": the router cannot see the cookies of requests that are encrypted up to the guest. Use Stickiness.CLIENT_ADDRESS, or RouteTls.reencrypt. (cookie-on-passthrough)',
    ],
    [
      'rate limits without a limit',
      () => ({ rateLimits: {} }),
      '[shop/route] rateLimits is {}: without a limit nothing is limited. Set concurrentConnections, connectionRate or requestRate, or leave the option out. (rate-limits-missing)',
    ],
    [
      'a rate limit of nothing',
      () => ({ rateLimits: { requestRate: 0 } }),
      '[shop/route] rateLimits.requestRate is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
    ],
    [
      'a rewrite target that is cut off',
      () => ({ rewriteTarget: '/a#b' }),
      '[shop/route] rewriteTarget is "/a#b": a path begins with "/" and has only printable ASCII characters; the router drops quotes and backslashes, and cuts it off at a "#". Pass a path such as "/" or "/api", with other characters as they are encoded in URLs. (rewrite-target-invalid)',
    ],
    [
      'a path that HAProxy cannot compile',
      () => ({ path: '/a(b', rewriteTarget: '/' }),
      '[shop/route] path is "/a(b": beside rewriteTarget the router takes the path for a regular expression, and this one is none, or means something else. Use a path without parentheses, brackets and the like, or leave rewriteTarget out. (path-not-literal)',
    ],
    [
      'a path that matches something else',
      () => ({ path: '/c++', rewriteTarget: '/' }),
      '[shop/route] path is "/c++": beside rewriteTarget the router takes the path for a regular expression, and this one is none, or means something else. Use a path without parentheses, brackets and the like, or leave rewriteTarget out. (path-not-literal)',
    ],
    [
      'a path that no request has',
      () => ({ path: '/caf\u00e9' }),
      '[shop/route] path is "/caf\u00e9": a path begins with "/" and has only characters of a URL path, without "?", "#" and spaces. Pass a path such as "/shop", with other characters as they are encoded. (path-invalid)',
    ],
    [
      'more connections than HAProxy can count',
      () => ({ maxConnectionsPerVm: 99_999_999_999 }),
      '[shop/route] maxConnectionsPerVm is 99999999999: the value must be between 1 and 4294967295. Pass 4294967295 or less. (out-of-range)',
    ],
    [
      'a timeout in which nobody answers',
      () => ({ timeout: Duration.millis(1) }),
      '[shop/route] timeout is 1 ms: nothing is answered in less than 100 ms, and the router counts to 2147483647 ms, about 24.8 days. Use a duration in that range, or leave the option out. (route-duration-out-of-range)',
    ],
    [
      'an empty port',
      () => ({ port: '' }),
      '[shop/route] port is "": OpenShift rejects an empty port. Pass the name of a port of the Service, or leave the option out if it has one port. (route-port-empty)',
    ],
    [
      'half a second of HSTS',
      () => ({ hsts: { maxAge: Duration.millis(500) } }),
      '[shop/route] hsts.maxAge is 500 ms: whole seconds only. Use Duration.seconds(1). (whole-seconds)',
    ],
    [
      'another Service in another namespace',
      (chart) => ({
        alternateBackends: [{ service: service(new Chart(chart.node.root as any, 'stock', { namespace: 'stock' }), 'next'), weight: 1 }],
      }),
      '[shop/route] alternateBackends[0].service is stock/next in the namespace stock: the Service has to be in the namespace of the Route, shop. Create the Route in the namespace stock. (service-in-other-namespace)',
    ],
  ];

  test.each(cases)('%s', (_what, props, text) => {
    const chart = shop();
    expect(() => route(chart, props(chart))).toThrow(new Error(text));
  });
});
