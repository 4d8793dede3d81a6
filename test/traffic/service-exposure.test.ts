import { Chart, Size, Testing } from 'cdk8s';
import { ExternalTrafficPolicy, ManifestCheck, Probe, ProbedService, type ServiceExposureOptions, VirtualMachine } from 'cdk8s-kubevirt';
import { ServiceType } from 'cdk8s-plus-27';

const SSH = { name: 'ssh', port: 22 };

function exposed(options: ServiceExposureOptions, type?: ServiceType): Chart {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  const readiness = Probe.fromTcpSocket({ port: 22 });
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'vm' }, memory: Size.gibibytes(1), readiness });
  new ProbedService(chart, 'service', { metadata: { name: 'ssh' }, vms: [vm], ports: [SSH], type, ...options });
  return chart;
}

function spec(options: ServiceExposureOptions, type?: ServiceType): any {
  return Testing.synth(exposed(options, type)).find(({ kind }) => kind === 'Service').spec;
}

describe('output', () => {
  test('is a load balancer that keeps the addresses of clients', () => {
    const options = {
      externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
      loadBalancerClass: 'example.com/internal',
      loadBalancerSourceRanges: ['192.0.2.0/24', '2001:db8::/32'],
      allocateLoadBalancerNodePorts: false,
    };
    expect(spec(options, ServiceType.LOAD_BALANCER)).toMatchObject({ type: 'LoadBalancer', ...options });
  });

  test('is a port of each node', () => {
    expect(spec({ externalTrafficPolicy: ExternalTrafficPolicy.CLUSTER }, ServiceType.NODE_PORT)).toMatchObject({
      type: 'NodePort',
      externalTrafficPolicy: 'Cluster',
    });
  });

  test('says nothing that was not asked for', () => {
    expect(Object.keys(spec({}))).toEqual(['externalIPs', 'ports', 'selector', 'type']);
  });
});

test('fields for another type of Service are found', () => {
  const chart = exposed({ externalTrafficPolicy: ExternalTrafficPolicy.LOCAL, loadBalancerClass: 'example.com/a' });
  expect(ManifestCheck.findings(chart).map(({ text }) => text)).toEqual([
    'spec.externalTrafficPolicy is "Local": the API server rejects it on a Service of type ClusterIP. Set type: LoadBalancer or type: NodePort, or remove externalTrafficPolicy. (fails at apply: service-field-needs-other-type)',
    'spec.loadBalancerClass is "example.com/a": the API server rejects it on a Service of type ClusterIP. Set type: LoadBalancer, or remove loadBalancerClass. (fails at apply: service-field-needs-other-type)',
  ]);
});

test('a load balancer class of your own has no domain', () => {
  expect(() => exposed({ loadBalancerClass: 'internal-vip' }, ServiceType.LOAD_BALANCER)).not.toThrow();
});

describe('refuses', () => {
  const cases: [what: string, options: ServiceExposureOptions, text: string][] = [
    [
      'a load balancer class that is no key of a label',
      { loadBalancerClass: '/internal' },
      '[shop/service] loadBalancerClass is "/internal": a load balancer class is a name, behind a domain and "/" unless it is your own. Pass a class such as "example.com/internal". (load-balancer-class-invalid)',
    ],
    [
      'an address that is no range',
      { loadBalancerSourceRanges: ['192.0.2.0/24', '192.0.2.7'] },
      '[shop/service] loadBalancerSourceRanges[1] is "192.0.2.7": Kubernetes takes only CIDR ranges. Pass a range such as "192.0.2.0/24", or "192.0.2.7/32" for one address. (source-range-invalid)',
    ],
    [
      'an empty list of ranges',
      { loadBalancerSourceRanges: [] },
      '[shop/service] loadBalancerSourceRanges is []: Kubernetes takes an empty list for no list and lets everyone in. List at least one range, or leave the option out. (source-ranges-empty)',
    ],
  ];

  test.each(cases)('%s', (_what, options, text) => {
    expect(() => exposed(options, ServiceType.LOAD_BALANCER)).toThrow(new Error(text));
  });
});
