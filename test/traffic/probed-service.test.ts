import { Chart, Duration, Size, Testing } from 'cdk8s';
import { ManifestCheck, Probe, ProbedService, type ProbedServiceProps, VirtualMachine } from 'cdk8s-kubevirt';
import { Protocol, ServiceType } from 'cdk8s-plus-27';

const HTTP = { name: 'http', port: 80, targetPort: 8080 };

function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function machine(chart: Chart, id: string): VirtualMachine {
  return new VirtualMachine(chart, id, {
    metadata: { name: id },
    memory: Size.gibibytes(1),
    readiness: Probe.fromTcpSocket({ port: 8080 }),
  });
}

function service(chart: Chart, props: Partial<ProbedServiceProps> = {}): ProbedService {
  return new ProbedService(chart, 'service', {
    metadata: { name: 'web' },
    vms: props.vms ?? [machine(chart, 'web-1')],
    ports: [HTTP],
    ...props,
  });
}

function manifest(chart: Chart, kind: string, name: string): any {
  return Testing.synth(chart).find((object) => object.kind === kind && object.metadata.name === name);
}

describe('output', () => {
  test('is the Service of the founding note, with a name for the port', () => {
    const chart = new Chart(Testing.app(), 'prod2', { namespace: 'prod2' });
    service(chart, { metadata: { name: 'backend' }, selectorLabels: { tier: 'backend' } });
    expect(manifest(chart, 'Service', 'backend')).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'backend', namespace: 'prod2' },
      spec: {
        type: 'ClusterIP',
        externalIPs: [],
        selector: { tier: 'backend' },
        ports: [{ name: 'http', port: 80, targetPort: 8080 }],
      },
    });
  });

  test('labels the pods of all its VMs with what it selects', () => {
    const chart = shop();
    service(chart, { vms: [machine(chart, 'web-1'), machine(chart, 'web-2')] }).addVirtualMachine(machine(chart, 'web-3'));
    expect(manifest(chart, 'Service', 'web').spec.selector).toEqual({ 'service.cdk8s-kubevirt/web': 'member' });
    for (const name of ['web-1', 'web-2', 'web-3']) {
      const { labels } = manifest(chart, 'VirtualMachine', name).spec.template.metadata;
      expect(labels['service.cdk8s-kubevirt/web']).toBe('member');
    }
  });

  test('leads to the same port of the guest when no other is named', () => {
    const chart = shop();
    service(chart, { ports: [{ name: 'http', port: 8080 }] });
    expect(manifest(chart, 'Service', 'web').spec.ports).toEqual([{ name: 'http', port: 8080, targetPort: 8080 }]);
  });

  test('may have the same number for two protocols', () => {
    const chart = shop();
    const ports = [
      { name: 'dns', port: 53, protocol: Protocol.UDP },
      { name: 'dns-tcp', port: 53 },
    ];
    service(chart, { ports });
    expect(manifest(chart, 'Service', 'web').spec.ports).toEqual([
      { name: 'dns', port: 53, targetPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, targetPort: 53 },
    ]);
  });

  test('keeps client addresses on one VM when asked to', () => {
    const chart = shop();
    service(chart, { clientIpAffinity: Duration.hours(3), type: ServiceType.LOAD_BALANCER });
    expect(manifest(chart, 'Service', 'web').spec).toMatchObject({
      type: 'LoadBalancer',
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
    });
  });

  test('publishes no VMs that are not ready unless it is asked to', () => {
    const chart = shop();
    service(chart, { publishNotReadyAddresses: false });
    expect(manifest(chart, 'Service', 'web').spec).not.toHaveProperty('publishNotReadyAddresses');
  });

  test('is the same when synthesized again', () => {
    const chart = shop();
    service(chart, { clientIpAffinity: Duration.minutes(5) });
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  });
});

describe('a VM without readiness probe', () => {
  const bare = (chart: Chart) => new VirtualMachine(chart, 'bare', { metadata: { name: 'bare' }, memory: Size.gibibytes(1) });
  const found = (chart: Chart) => ManifestCheck.findings(chart).filter(({ manifestPath }) => manifestPath.endsWith('readinessProbe'));

  test('is found beside another', () => {
    const chart = shop();
    service(chart, { vms: [machine(chart, 'web-1'), bare(chart)] });
    expect(found(chart)).toMatchObject([
      {
        code: 'readiness-missing-behind-service',
        severity: 'error',
        constructPath: 'shop/bare',
        manifestPath: 'spec.template.spec.readinessProbe',
        text: 'spec.template.spec.readinessProbe is not set: Service shop/web sends traffic to the VM as soon as its domain runs, while the guest still boots and another VM could answer. Add a readinessProbe, such as tcpSocket on port 8080. (fails at run: readiness-missing-behind-service)',
      },
    ]);
  });

  test('is as good as any when it is the only one', () => {
    const chart = shop();
    service(chart, { vms: [bare(chart)] });
    expect(found(chart)).toEqual([]);
  });

  test('is administered through a Service that asks for none', () => {
    const chart = shop();
    const vms = [machine(chart, 'web-1'), bare(chart)];
    service(chart, { vms, ports: [{ name: 'ssh', port: 22 }], type: ServiceType.NODE_PORT, publishNotReadyAddresses: true });
    expect(manifest(chart, 'Service', 'web').spec).toMatchObject({ type: 'NodePort', publishNotReadyAddresses: true });
    expect(ManifestCheck.findings(chart).filter(({ code }) => /read/.test(code))).toEqual([]);
  });
});

describe('refuses', () => {
  const cases: [what: string, props: Partial<ProbedServiceProps>, text: string][] = [
    ['no VM', { vms: [] }, '[shop/service] vms is []: the Service has no VM to send traffic to. Pass at least one VM. (vms-missing)'],
    [
      'no port',
      { ports: [] },
      '[shop/service] ports is []: a Service has at least one port. Pass a port such as { name: "http", port: 80 }. (ports-missing)',
    ],
    [
      'an empty selector',
      { selectorLabels: {} },
      '[shop/service] selectorLabels is {}: a Service without selector finds no VM. Pass at least one label, or leave the option out. (selector-labels-missing)',
    ],
    [
      'an alias of a DNS name',
      { type: ServiceType.EXTERNAL_NAME },
      '[shop/service] type is ExternalName: a Service of this type is an alias of a DNS name and has no VMs behind it. Use CLUSTER_IP, NODE_PORT or LOAD_BALANCER. (service-type-external-name)',
    ],
    [
      'a port name that is no DNS label',
      { ports: [{ name: 'HTTP', port: 80 }] },
      '[shop/service] ports[0].name is "HTTP": a port name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name such as "http" or "https-admin". (port-name-invalid)',
    ],
    [
      'two ports with one name',
      { ports: [HTTP, { ...HTTP, port: 81 }] },
      '[shop/service] ports[1].name is "http": another port of the Service has the same name. Choose another name. (port-name-twice)',
    ],
    [
      'two ports with one number',
      { ports: [HTTP, { ...HTTP, name: 'web', protocol: Protocol.TCP }] },
      '[shop/service] ports[1].port is 80: another TCP port of the Service has the same number. Choose another number. (port-number-twice)',
    ],
    [
      'a port of 0',
      { ports: [{ name: 'http', port: 0 }] },
      '[shop/service] ports[0].port is 0: the value must be between 1 and 65535. Pass 1 or more. (out-of-range)',
    ],
    [
      'a port of the guest above 65535',
      { ports: [{ ...HTTP, targetPort: 70000 }] },
      '[shop/service] ports[0].targetPort is 70000: the value must be between 1 and 65535. Pass 65535 or less. (out-of-range)',
    ],
    [
      'a broken port of the nodes',
      { ports: [{ ...HTTP, nodePort: 30000.5 }] },
      '[shop/service] ports[0].nodePort is 30000.5: only integers are allowed. Pass an integer. (integer-required)',
    ],
    [
      'an affinity of more than a day',
      { clientIpAffinity: Duration.days(2) },
      '[shop/service] clientIpAffinity is 172800 s: the value must be between 1 and 86400 s. Pass 86400 s or less. (out-of-range)',
    ],
  ];

  test.each(cases)('%s', (_what, props, text) => {
    const chart = shop();
    expect(() => service(chart, props)).toThrow(new Error(text));
  });

  test('a VM of another namespace', () => {
    const chart = shop();
    const other = machine(new Chart(chart.node.root as any, 'stock', { namespace: 'stock' }), 'stock-1');
    const text =
      '[shop/service] vms is stock/stock-1 in the namespace stock: a Service selects only VMs of its own namespace, shop. Create the Service in the namespace stock. (vm-in-other-namespace)';
    expect(() => service(chart, { vms: [other] })).toThrow(new Error(text));
  });

  test('a VM whose pod has the label with another value', () => {
    const chart = shop();
    const vm = new VirtualMachine(chart, 'web', { podLabels: { tier: 'front' } });
    const text =
      '[shop/web] podLabels["tier"] is "backend": the pod has this label with the value "front" already. Use another label. (pod-label-conflict)';
    expect(() => service(chart, { vms: [vm], selectorLabels: { tier: 'backend' } })).toThrow(new Error(text));
  });
});

test('a single port needs no name, several do', () => {
  const chart = shop();
  const single = service(chart, { ports: [{ port: 80, targetPort: 8080 }] });
  expect(chart.toJson().find(({ kind }) => kind === 'Service').spec.ports).toEqual([{ port: 80, targetPort: 8080 }]);
  single.bind(443);
  expect(ManifestCheck.findings(chart).map(({ code }) => code)).toContain('service-port-name-missing');
});
