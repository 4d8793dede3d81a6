import { ApiObject, Chart, Duration, JsonPatch, Testing } from 'cdk8s';
import { IngressController, ManifestCheck, SameSite, StickyIngress, type StickyIngressProps } from 'cdk8s-kubevirt';
import { HttpIngressPathType, IngressBackend, Secret, Service } from 'cdk8s-plus-27';

function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function service(chart: Chart, name = 'web'): Service {
  return new Service(chart, name, { metadata: { name }, ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
}

function ingress(chart: Chart, props: Partial<StickyIngressProps> = {}): StickyIngress {
  return new StickyIngress(chart, 'ingress', {
    metadata: { name: 'shop' },
    controller: props.controller ?? IngressController.haproxyIngress(),
    service: props.service ?? service(chart),
    host: 'shop.example.com',
    ...props,
  });
}

function tls(chart: Chart) {
  return [{ hosts: ['shop.example.com'], secret: Secret.fromSecretName(chart, 'certificate', 'shop-tls') }];
}

/** The annotations of the Ingress and of its Service. */
function annotations(controller: IngressController, encrypted = false, cookieName?: string): any[] {
  const chart = shop();
  ingress(chart, { controller, tls: encrypted ? tls(chart) : undefined, cookieName });
  expect(ManifestCheck.findings(chart)).toEqual([]);
  const manifests = Testing.synth(chart);
  return ['Ingress', 'Service'].map((kind) => manifests.find((object) => object.kind === kind).metadata.annotations);
}

describe('output', () => {
  test('is an Ingress of the class of its controller', () => {
    const chart = shop();
    ingress(chart, { tls: tls(chart), path: '/cart', pathType: HttpIngressPathType.EXACT });
    expect(Testing.synth(chart)[1]).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: {
        ingressClassName: 'haproxy',
        rules: [
          {
            host: 'shop.example.com',
            http: { paths: [{ path: '/cart', pathType: 'Exact', backend: { service: { name: 'web', port: { number: 80 } } } }] },
          },
        ],
        tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
      },
    });
  });

  test('has the annotations of ingress-nginx on the Ingress', () => {
    const controller = IngressController.nginx({ maxAge: Duration.hours(8), sameSite: SameSite.LAX });
    const [onIngress, onService] = annotations(controller);
    expect(onIngress).toEqual({
      'nginx.ingress.kubernetes.io/affinity': 'cookie',
      'nginx.ingress.kubernetes.io/affinity-mode': 'persistent',
      'nginx.ingress.kubernetes.io/session-cookie-name': 'web-vm',
      'nginx.ingress.kubernetes.io/session-cookie-change-on-failure': 'true',
      'nginx.ingress.kubernetes.io/session-cookie-max-age': '28800',
      'nginx.ingress.kubernetes.io/session-cookie-samesite': 'Lax',
    });
    expect(onService).toBeUndefined();
  });

  test('has the annotation of HAProxy Technologies on the Service', () => {
    expect(annotations(IngressController.haproxyTechnologies(), false, 'shop')).toEqual([
      undefined,
      { 'haproxy.org/cookie-persistence': 'shop' },
    ]);
  });

  test('has the annotations of HAProxy Ingress on the Service', () => {
    expect(annotations(IngressController.haproxyIngress({ crossSiteCookie: true }))).toEqual([
      undefined,
      {
        'haproxy-ingress.github.io/affinity': 'cookie',
        'haproxy-ingress.github.io/session-cookie-name': 'web-vm',
        'haproxy-ingress.github.io/session-cookie-same-site': 'true',
      },
    ]);
  });

  test('has the annotations of Traefik on the Service, and says that the Ingress has TLS', () => {
    const controller = IngressController.traefik({ maxAge: Duration.minutes(1), sameSite: SameSite.NONE });
    const cookie = {
      'traefik.ingress.kubernetes.io/service.sticky.cookie': 'true',
      'traefik.ingress.kubernetes.io/service.sticky.cookie.name': 'web-vm',
      'traefik.ingress.kubernetes.io/service.sticky.cookie.httponly': 'true',
      'traefik.ingress.kubernetes.io/service.sticky.cookie.maxage': '60',
      'traefik.ingress.kubernetes.io/service.sticky.cookie.samesite': 'none',
    };
    expect(annotations(controller)).toEqual([undefined, cookie]);
    expect(annotations(controller, true)).toEqual([
      { 'traefik.ingress.kubernetes.io/router.tls': 'true' },
      { ...cookie, 'traefik.ingress.kubernetes.io/service.sticky.cookie.secure': 'true' },
    ]);
  });

  test('has a class of another name', () => {
    const chart = shop();
    ingress(chart, { controller: IngressController.traefik({ className: 'edge' }) });
    expect(Testing.synth(chart)[1].spec.ingressClassName).toBe('edge');
  });

  test('leads to several Services, each with a cookie of its own', () => {
    const chart = shop();
    ingress(chart).addService(service(chart, 'api'), { host: '*.example.com', path: '/api', port: 80 });
    const [web, { spec }, api] = Testing.synth(chart);
    expect(spec.rules.map(({ host, http }: any) => [host, http.paths[0].path, http.paths[0].backend.service.name])).toEqual([
      ['shop.example.com', '/', 'web'],
      ['*.example.com', '/api', 'api'],
    ]);
    expect([web, api].map(({ metadata }) => metadata.annotations['haproxy-ingress.github.io/session-cookie-name'])).toEqual([
      'web-vm',
      'api-vm',
    ]);
  });

  test('takes what cdk8s-plus has, and JSON patches', () => {
    const chart = shop();
    const own = ingress(chart);
    own.addRule('/static', IngressBackend.fromService(service(chart, 'files')));
    ApiObject.of(own).addJsonPatch(JsonPatch.replace('/spec/ingressClassName', 'edge'));
    const { spec } = Testing.synth(chart)[1];
    expect(spec.rules).toHaveLength(2);
    expect(spec.ingressClassName).toBe('edge');
  });

  test('is the same when synthesized again', () => {
    const chart = shop();
    ingress(chart);
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  });
});

test('a port that a patch takes from the Service is found', () => {
  const chart = shop();
  const web = service(chart);
  ingress(chart, { service: web });
  ApiObject.of(web).addJsonPatch(JsonPatch.replace('/spec/ports/0/port', 81));
  expect(ManifestCheck.findings(chart).map(({ code }) => code)).toEqual(['ingress-backend-port-missing']);
});

describe('refuses', () => {
  const cases: [what: string, props: Partial<StickyIngressProps>, text: string][] = [
    [
      'a cookie name with spaces',
      { cookieName: 'a b' },
      '[shop/ingress] cookieName is "a b": a cookie name has 1 to 128 letters, digits, "_", "-" or ".". Choose a name such as "shop". (session-name-invalid)',
    ],
    [
      'a host with capitals',
      { host: '*.Example.com' },
      '[shop/ingress] host is "Example.com": a host has labels of at most 63 lower-case letters, digits or "-" between dots, and at most 253 characters. Pass a name such as "shop.apps.example.com". (host-invalid)',
    ],
    [
      'a relative path',
      { path: 'cart' },
      '[shop/ingress] path is "cart": a path begins with "/" and has neither "#" nor spaces. Pass a path such as "/shop". (path-invalid)',
    ],
    [
      'the port of the guest',
      { port: 8080 },
      '[shop/ingress] port is 8080: shop/web has only 80, and an Ingress asks for the port of the Service, not of the guest. Pass one of them. (service-port-missing)',
    ],
  ];

  test.each(cases)('%s', (_what, props, text) => {
    expect(() => ingress(shop(), props)).toThrow(new Error(text));
  });

  test('a Service with several ports when none is chosen', () => {
    const chart = shop();
    const several = service(chart);
    several.bind(443, { name: 'https' });
    const text =
      '[shop/ingress] port is not set: shop/web has 2 ports, and none of them is the obvious one. Pass the number of a port of the Service. (service-port-unset)';
    expect(() => ingress(chart, { service: several })).toThrow(new Error(text));
  });

  test('a Service in another namespace', () => {
    const chart = shop();
    const other = service(new Chart(chart.node.root as any, 'stock', { namespace: 'stock' }));
    const text =
      '[shop/ingress] service is stock/web in the namespace stock: the Service has to be in the namespace of the Ingress, shop. Create the Ingress in the namespace stock. (service-in-other-namespace)';
    expect(() => ingress(chart, { service: other })).toThrow(new Error(text));
  });

  test('a Service that is sticky in another way', () => {
    const chart = shop();
    const own = ingress(chart, { controller: IngressController.haproxyTechnologies(), cookieName: 'one' });
    const web = chart.node.findChild('web') as Service;
    const text =
      '[shop/ingress] service is shop/web: the Service is annotated with haproxy.org/cookie-persistence: one already, and the Ingress wants two. Use the same controller and cookie name for each Ingress that leads to the Service. (service-annotation-conflict)';
    expect(() => own.addService(web, { path: '/two', cookieName: 'two' })).toThrow(new Error(text));
  });

  test('a path that leads to a Service already', () => {
    const chart = shop();
    const own = ingress(chart);
    const text =
      '[shop/ingress] path is "/two": requests to /two go to a Service of this Ingress already. Pass another path or host. (path-twice)';
    const web = chart.node.findChild('web') as Service;
    own.addService(web, { path: '/two' });
    expect(() => own.addService(web, { path: '/two' })).toThrow(new Error(text));
  });

  test('a cookie that lives for less than a second', () => {
    const text = '[IngressController.nginx] maxAge is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)';
    expect(() => IngressController.nginx({ maxAge: Duration.seconds(0) })).toThrow(new Error(text));
  });
});
