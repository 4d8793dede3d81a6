import { FailureClass } from '../../src/facts';
import { FENCE_AGENTS, fenceAgentsTemplate, node, nodeHealthCheck, openshift, recover, step, tolerations, vm } from './world';

const NODE_LOSS = FailureClass.NODE_LOSS;

test('self node remediation: detection, patience, safe time, removal, start and boot, one after the other', () => {
  const recovery = recover(NODE_LOSS, [vm({ tolerations: tolerations(60) }), nodeHealthCheck('60s')]);
  expect(recovery.criticalPath).toEqual([
    'node-unknown',
    'unhealthy',
    'self-node-remediation',
    'pods-gone',
    'next-instance',
    'started',
    'answers',
  ]);
  // 55.4 + 61 + 181 + 20 + 1.5 for a pass + 5 between two looks + 2 + 30 + 100
  expect(recovery.outage).toEqual({ best: 284.6, worst: 455.9 });
});

test('eviction runs beside the health check, and shortens nothing', () => {
  const recovery = recover(NODE_LOSS, [vm({ tolerations: tolerations(60) }), nodeHealthCheck('60s')]);
  expect(step(recovery, 'evicted')).toMatchObject({ isCritical: false, begin: { worst: 61.4 }, end: { worst: 126.4 } });
  const later = recover(NODE_LOSS, [vm({ tolerations: tolerations(200) }), nodeHealthCheck('60s')]);
  expect(step(later, 'evicted').end.worst).toBe(266.4);
  expect(later.criticalPath).not.toContain('evicted');
});

test('fence agents: as long as their attempts may take', () => {
  const check = nodeHealthCheck('60s', { remediationTemplate: FENCE_AGENTS });
  const template = fenceAgentsTemplate({ retrycount: 2, timeout: '30s', retryinterval: '5s', remediationStrategy: 'OutOfServiceTaint' });
  const recovery = recover(NODE_LOSS, [vm({ tolerations: tolerations(30) }), check, template]);
  expect(step(recovery, 'fence-agents').duration).toEqual({ best: 5, worst: 65 });
  expect(recovery.assumptions.map(({ id }) => id)).toContain('bmc-power');
});

test('without fencing a VM never comes back', () => {
  const recovery = recover(NODE_LOSS, [vm()]);
  expect(recovery.outage).toEqual({});
  expect(recovery.never).toMatchObject({ id: 'no-fencing', isCertain: false });
});

test('a VM that is freed before its zone is known to be lost may get a node of that zone, and is started later', () => {
  const nodes = ['a', 'b', 'c'].flatMap((zone) => [0, 1, 2].map((index) => node(`${zone}${index}`, { zone })));
  const template = fenceAgentsTemplate({ retrycount: 1, timeout: '10s' });
  const lost = (patience: string) => {
    const check = nodeHealthCheck(patience, { remediationTemplate: FENCE_AGENTS });
    return recover(FailureClass.ZONE_LOSS, [vm({ tolerations: tolerations(30) }), check, template], openshift({ objects: nodes }));
  };
  // Ten seconds after the first failure of a start, and half as much again.
  expect(step(lost('6s'), 'start-backed-off').duration).toEqual({ best: 0, worst: 15 });
  expect(lost('60s').steps.map(({ id }) => id)).not.toContain('start-backed-off');
});

test('a kubelet that is dead takes a VM out of its Services some time after its node is unknown', () => {
  const labels = { app: 'db' };
  const plain = vm();
  const served = { ...plain, spec: { ...plain.spec, template: { metadata: { labels }, ...plain.spec.template } } };
  const spec = { selector: labels, ports: [{ port: 80 }] };
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db', namespace: 'shop' }, spec };
  const recovery = recover(FailureClass.KUBELET, [served, service, nodeHealthCheck('60s')]);
  const [unknown, out] = ['node-unknown', 'out-of-services'].map((id) => step(recovery, id).end);
  const spread = (out.worst ?? 0) - (unknown.worst ?? 0);
  expect(recovery.outage.best).toBeCloseTo((step(recovery, 'answers').end.best ?? 0) - (unknown.best ?? 0) - spread, 0);
});

test('a long grace period drifts with the passes of the controller', () => {
  const profile = (workerLatencyProfile: string) => {
    const config = { apiVersion: 'config.openshift.io/v1', kind: 'Node', metadata: { name: 'cluster' }, spec: { workerLatencyProfile } };
    return step(recover(NODE_LOSS, [vm()], openshift({ workers: 6, objects: [config] })), 'node-unknown').end.worst;
  };
  expect([profile('Default'), profile('LowUpdateSlowReaction')]).toEqual([45.4, 306.4]);
});
