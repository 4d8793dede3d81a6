import { FailureClass } from '../../src/facts';
import { FENCE_AGENTS, fenceAgentsTemplate, nodeHealthCheck, recover, step, tolerations, vm } from './world';

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
