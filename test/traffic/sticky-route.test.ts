import { ApiObject, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import {
  BalanceAlgorithm,
  ClusterProfile,
  InsecureEdgeTerminationPolicy,
  ManifestCheck,
  Probe,
  ProbedService,
  RouteTls,
  SameSite,
  StickyRoute,
  type StickyRouteProps,
  VirtualMachine,
  VirtualMachinePool,
} from 'cdk8s-kubevirt';
import { Service } from 'cdk8s-plus-27';

function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function service(chart: Chart): Service {
  return new Service(chart, 'service', { metadata: { name: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
}

function route(props: Partial<StickyRouteProps> = {}, chart = shop()): StickyRoute {
  return new StickyRoute(chart, 'route', { metadata: { name: 'shop' }, service: props.service ?? service(chart), ...props });
}

function manifest(props: Partial<StickyRouteProps> = {}): any {
  const chart = shop();
  route(props, chart);
  return Testing.synth(chart).find((object) => object.kind === 'Route');
}

function codes(chart: Chart): string[] {
  return ManifestCheck.findings(chart).map(({ code }) => code);
}

describe('output', () => {
  test('is the Route of the founding note, with the name of the Service port', () => {
    const chart = new Chart(Testing.app(), 'note', { namespace: 'ha-loadbalance' });
    const helloworld = new Service(chart, 'service', {
      metadata: { name: 'helloworld' },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    });
    new StickyRoute(chart, 'route', {
      metadata: { name: 'helloworld' },
      service: helloworld,
      host: 'hello-ha-loadbalance.apps.ocp4.example.com',
      cookieName: 'hello',
      tls: RouteTls.none(),
    });
    expect(Testing.synth(chart).find((object) => object.kind === 'Route')).toEqual({
      apiVersion: 'route.openshift.io/v1',
      kind: 'Route',
      metadata: { name: 'helloworld', namespace: 'ha-loadbalance', annotations: { 'router.openshift.io/cookie_name': 'hello' } },
      spec: {
        host: 'hello-ha-loadbalance.apps.ocp4.example.com',
        port: { targetPort: 'http' },
        to: { kind: 'Service', name: 'helloworld' },
      },
    });
  });

  test('keeps the cookie to encrypted connections by default', () => {
    expect(manifest().spec.tls).toEqual({ termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' });
    expect(manifest().metadata).not.toHaveProperty('annotations');
  });

  test('tells the router everything that is asked for', () => {
    const { metadata } = manifest({
      cookieName: 'shop',
      sameSite: SameSite.STRICT,
      balance: BalanceAlgorithm.LEASTCONN,
      timeout: Duration.minutes(2),
      tunnelTimeout: Duration.hours(4),
      healthCheckInterval: Duration.millis(1500),
      ipAllowlist: ['192.0.2.7', '198.51.100.0/24', '2001:db8::/32'],
    });
    expect(metadata.annotations).toEqual({
      'router.openshift.io/cookie_name': 'shop',
      'router.openshift.io/cookie-same-site': 'Strict',
      'haproxy.router.openshift.io/balance': 'leastconn',
      'haproxy.router.openshift.io/timeout': '120s',
      'haproxy.router.openshift.io/timeout-tunnel': '14400s',
      'router.openshift.io/haproxy.health.check.interval': '1500ms',
      'haproxy.router.openshift.io/ip_allowlist': '192.0.2.7 198.51.100.0/24 2001:db8::/32',
    });
  });

  test('has path, port and weight', () => {
    expect(manifest({ path: '/api', port: 'metrics', weight: 0 }).spec).toMatchObject({
      path: '/api',
      port: { targetPort: 'metrics' },
      to: { kind: 'Service', name: 'web', weight: 0 },
    });
  });

  test('sticks to the address of the client on passthrough', () => {
    const { metadata, spec } = manifest({ tls: RouteTls.passthrough() });
    expect(spec.tls).toEqual({ termination: 'passthrough', insecureEdgeTerminationPolicy: 'Redirect' });
    expect(metadata.annotations).toEqual({ 'haproxy.router.openshift.io/balance': 'source' });
  });

  test('has the certificates of a Route that encrypts anew', () => {
    const tls = RouteTls.reencrypt({
      certificate: 'certificate',
      key: 'key',
      caCertificate: 'authority',
      destinationCaCertificate: 'guest authority',
      insecurePolicy: InsecureEdgeTerminationPolicy.NONE,
    });
    expect(manifest({ tls }).spec.tls).toEqual({
      termination: 'reencrypt',
      certificate: 'certificate',
      key: 'key',
      caCertificate: 'authority',
      destinationCACertificate: 'guest authority',
      insecureEdgeTerminationPolicy: 'None',
    });
  });

  test('keeps annotations of its author', () => {
    const metadata = { annotations: { 'haproxy.router.openshift.io/hsts_header': 'max-age=31536000' } };
    expect(manifest({ metadata, cookieName: 'shop' }).metadata.annotations).toEqual({
      'haproxy.router.openshift.io/hsts_header': 'max-age=31536000',
      'router.openshift.io/cookie_name': 'shop',
    });
  });

  test('leaves the namespace to whoever applies it', () => {
    const chart = new Chart(Testing.app(), 'anywhere');
    new StickyRoute(chart, 'route', { service: service(new Chart(chart.node.root as any, 'shop', { namespace: 'shop' })) });
    expect(Testing.synth(chart)[0].metadata).not.toHaveProperty('namespace');
  });

  test('takes JSON patches, also for fields that the library does not know', () => {
    const chart = shop();
    ApiObject.of(route({}, chart)).addJsonPatch(JsonPatch.add('/spec/wildcardPolicy', 'None'), JsonPatch.add('/spec/future', true));
    expect(Testing.synth(chart)[1].spec).toMatchObject({ wildcardPolicy: 'None', future: true });
  });
});

describe('is checked at synth', () => {
  test('for a port that the Service does not have', () => {
    const chart = shop();
    const web = service(chart);
    web.selectLabel('app', 'web');
    route({ service: web, port: 'https' }, chart);
    expect(codes(chart)).toEqual(['route-port-missing']);
  });

  test('for a Service with several ports and none chosen', () => {
    const chart = shop();
    const several = service(chart);
    several.bind(9100, { name: 'metrics' });
    route({ service: several }, chart);
    expect(codes(chart)).toEqual(['route-port-unset']);
  });

  test('for a cookie that passthrough makes impossible', () => {
    const chart = shop();
    route({ tls: RouteTls.passthrough(), cookieName: 'shop' }, chart);
    expect(codes(chart)).toEqual(['route-cookie-on-passthrough']);
  });

  test('and has nothing to complain about by default', () => {
    const chart = shop();
    route({ host: 'shop.apps.example.com', cookieName: 'shop' }, chart);
    expect(ManifestCheck.findings(chart)).toEqual([]);
  });
});

describe('refuses', () => {
  const cases: [what: string, props: Partial<StickyRouteProps>, text: string][] = [
    [
      'a cookie name that the router ignores',
      { cookieName: 'shop.session' },
      '[shop/route] cookieName is "shop.session": the router ignores names with other characters than letters, digits, "_" and "-". Choose a name such as "shop" or "shop_session". (cookie-name-invalid)',
    ],
    [
      'a fraction of a millisecond',
      { timeout: Duration.millis(0.5) },
      '[shop/route] timeout is 0.5 ms: the router ignores fractions of a millisecond. Use Duration.millis(1). (whole-milliseconds)',
    ],
    [
      'no time at all',
      { healthCheckInterval: Duration.seconds(0) },
      '[shop/route] healthCheckInterval is 0 ms: nothing is answered in less than 100 ms, and the router counts to 2147483647 ms, about 24.8 days. Use a duration in that range, or leave the option out. (route-duration-out-of-range)',
    ],
    [
      'more time than the router can count',
      { tunnelTimeout: Duration.days(25) },
      '[shop/route] tunnelTimeout is 2160000000 ms: nothing is answered in less than 100 ms, and the router counts to 2147483647 ms, about 24.8 days. Use a duration in that range, or leave the option out. (route-duration-out-of-range)',
    ],
    [
      'an empty allowlist',
      { ipAllowlist: [] },
      '[shop/route] ipAllowlist is []: the router takes an empty list for no list and lets everyone in. List at least one address, or leave the option out. (ip-allowlist-empty)',
    ],
    [
      'an allowlist entry that is no address',
      { ipAllowlist: ['192.0.2.7', '192.0.2.8,192.0.2.9'] },
      '[shop/route] ipAllowlist[1] is "192.0.2.8,192.0.2.9": the router drops what is neither an IP address nor a CIDR range. Pass one address or range for each entry, such as "192.0.2.7" or "192.0.2.0/24". (ip-allowlist-entry-invalid)',
    ],
    [
      'a host with capitals',
      { host: 'Shop.example.com' },
      '[shop/route] host is "Shop.example.com": a host has labels of at most 63 lower-case letters, digits or "-" between dots, and at most 253 characters. Pass a name such as "shop.apps.example.com". (host-invalid)',
    ],
    [
      'a relative path',
      { path: 'api' },
      '[shop/route] path is "api": a path begins with "/" and has only characters of a URL path, without "?", "#" and spaces. Pass a path such as "/shop", with other characters as they are encoded. (path-invalid)',
    ],
    [
      'a weight above 256',
      { weight: 300 },
      '[shop/route] weight is 300: the value must be between 0 and 256. Pass 256 or less. (out-of-range)',
    ],
  ];

  test.each(cases)('%s', (_what, props, text) => {
    expect(() => route(props)).toThrow(new Error(text));
  });

  test('a Service whose port has no name', () => {
    const chart = shop();
    const unnamed = new Service(chart, 'unnamed', { ports: [{ port: 80, targetPort: 8080 }] });
    const text =
      '[shop/route] service is shop/unnamed, whose port 80 has no name: a Route finds a port of a Service by its name only. Give the port a name, such as "http". (service-port-unnamed)';
    expect(() => route({ service: unnamed }, chart)).toThrow(new Error(text));
  });

  test('a Service of another namespace', () => {
    const chart = shop();
    const other = service(new Chart(chart.node.root as any, 'stock', { namespace: 'stock' }));
    const text =
      '[shop/route] service is stock/service in the namespace stock: the Service has to be in the namespace of the Route, shop. Create the Route in the namespace stock. (service-in-other-namespace)';
    expect(() => route({ service: other }, chart)).toThrow(new Error(text));
  });
});

test('a Route on plain Kubernetes is a finding that names what to use there', () => {
  const chart = shop();
  ClusterProfile.kubevirt('1.8').applyTo(chart);
  route({}, chart);
  const [finding] = ManifestCheck.findings(chart);
  expect(finding.code).toBe('route-needs-openshift');
  expect(finding.text).toContain('Use StickyIngress or StickyHttpRoute');
});

test('a Route on OpenShift, or on a cluster that nobody has described, is none', () => {
  expect(codes(route().node.root as Chart)).toEqual([]);
  const chart = shop();
  ClusterProfile.openshift('4.20').applyTo(chart);
  route({}, chart);
  expect(codes(chart)).toEqual([]);
});

describe('failure detection', () => {
  const INTERVAL = 'router.openshift.io/haproxy.health.check.interval';

  function withMachines(count: number, props: Partial<StickyRouteProps> = {}): any {
    const chart = shop();
    const readiness = Probe.fromTcpSocket({ port: 8080 });
    const vms = Array.from(
      { length: count },
      (_, index) => new VirtualMachine(chart, `vm-${index}`, { memory: Size.gibibytes(1), readiness }),
    );
    const web = new ProbedService(chart, 'service', { vms: vms.slice(0, 1), ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
    route({ service: web, ...props }, chart);
    vms.slice(1).forEach((vm) => {
      web.addVirtualMachine(vm);
    });
    return Testing.synth(chart).find((object) => object.kind === 'Route').metadata;
  }

  test('is fast where there are several VMs, also when they come later', () => {
    expect(withMachines(2).annotations).toEqual({ [INTERVAL]: '1s' });
  });

  test('is left alone where the router checks nothing', () => {
    expect(withMachines(1)).not.toHaveProperty('annotations');
  });

  test('is what is asked for', () => {
    expect(withMachines(2, { healthCheckInterval: Duration.seconds(4) }).annotations).toEqual({ [INTERVAL]: '4s' });
    expect(withMachines(2, { metadata: { name: 'shop', annotations: { [INTERVAL]: '3s' } } }).annotations).toEqual({ [INTERVAL]: '3s' });
  });

  test('counts the VMs of all Services, and a pool for several', () => {
    const chart = shop();
    const readiness = Probe.fromTcpSocket({ port: 8080 });
    const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
    const services = ['one', 'two'].map((name) => {
      const vm = new VirtualMachine(chart, name, { memory: Size.gibibytes(1), readiness });
      return new ProbedService(chart, `${name}-service`, { vms: [vm], ports });
    });
    route({ service: services[0], alternateBackends: [{ service: services[1], weight: 10 }] }, chart);
    const pool = new VirtualMachinePool(chart, 'pool', { memory: Size.gibibytes(1), readiness, liveness: readiness, replicas: 3 });
    new StickyRoute(chart, 'pool-route', { service: new ProbedService(chart, 'pool-service', { vms: [pool], ports }) });
    const routes = Testing.synth(chart).filter((object) => object.kind === 'Route');
    expect(routes.map(({ metadata }) => metadata.annotations)).toEqual([{ [INTERVAL]: '1s' }, { [INTERVAL]: '1s' }]);
  });
});
