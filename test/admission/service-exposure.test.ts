import { isLimitedLoadBalancer, sourceRangesOf } from '../../src/admission';
import { LIMITED_LOAD_BALANCERS } from '../../src/facts';
import { ServiceView } from '../../src/graph';

function loadBalancer(annotations: Record<string, unknown>, spec: Record<string, unknown> = {}): ServiceView {
  return new ServiceView({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', annotations } as any, spec });
}

test.each(LIMITED_LOAD_BALANCERS)('$annotation says that a load balancer is not public', ({ annotation, values = ['anything'] }) => {
  for (const value of values) {
    expect(isLimitedLoadBalancer(loadBalancer({ [annotation]: value }))).toBe(true);
    expect(isLimitedLoadBalancer(loadBalancer({ [annotation]: value.toUpperCase() }))).toBe(true);
  }
  expect(isLimitedLoadBalancer(loadBalancer({ [annotation]: '' }))).toBe(false);
  expect(isLimitedLoadBalancer(loadBalancer({ [annotation]: true }))).toBe(false);
});

test.each([
  [{ 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing' }, {}, false],
  [{ 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' }, {}, false],
  [{ 'service.beta.kubernetes.io/aws-load-balancer-type': 'external' }, {}, true],
  [{}, { loadBalancerClass: 'eks.amazonaws.com/nlb' }, true],
  [{}, { loadBalancerClass: 'tailscale' }, true],
  [{}, { loadBalancerClass: 'metallb.io/metallb' }, false],
  [{}, { loadBalancerIP: '10.20.30.40' }, true],
  [{}, { loadBalancerIP: '198.51.100.7' }, false],
  [{ 'metallb.io/loadBalancerIPs': '192.168.1.5,198.51.100.7' }, {}, false],
  [{ 'kube-vip.io/loadbalancerIPs': '192.168.1.5' }, {}, true],
  [{}, {}, false],
])('the load balancer with %j and %j is limited: %j', (annotations, spec, isLimited) => {
  expect(isLimitedLoadBalancer(loadBalancer(annotations, spec))).toBe(isLimited);
});

test('the ranges of the field count before those of the annotation', () => {
  const annotations = { 'service.beta.kubernetes.io/load-balancer-source-ranges': '192.0.2.0/24, 198.51.100.0/24' };
  expect(sourceRangesOf(loadBalancer(annotations, { loadBalancerSourceRanges: ['10.0.0.0/8'] })).ranges).toEqual(['10.0.0.0/8']);
  expect(sourceRangesOf(loadBalancer(annotations, { loadBalancerSourceRanges: [] })).ranges).toEqual(['192.0.2.0/24', ' 198.51.100.0/24']);
  expect(sourceRangesOf(loadBalancer({}, {}))).toEqual({ path: 'spec.loadBalancerSourceRanges', value: undefined, ranges: [] });
});
