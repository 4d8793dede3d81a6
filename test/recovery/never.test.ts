import { FailureClass } from '../../src/facts';
import {
  controllerManager,
  FENCE_AGENTS,
  fenceAgentsTemplate,
  node,
  nodeHealthCheck,
  openshift,
  recover,
  step,
  tolerations,
  vm,
} from './world';

const { NODE_LOSS, ZONE_LOSS } = FailureClass;
const FENCING = { remediationTemplate: FENCE_AGENTS };
const ZONES = openshift({ objects: ['a', 'b', 'c'].flatMap((zone) => [node(`${zone}0`, { zone }), node(`${zone}1`, { zone })]) });
const SPREAD_OVER_TWO = openshift({ objects: ['a', 'b'].flatMap((zone) => [node(`${zone}0`, { zone }), node(`${zone}1`, { zone })]) });
const MACHINE_HEALTH_CHECK = {
  apiVersion: 'machine.openshift.io/v1beta1',
  kind: 'MachineHealthCheck',
  metadata: { name: 'machines', namespace: 'openshift-machine-api' },
  spec: { selector: {}, unhealthyConditions: [{ type: 'Ready', status: 'Unknown', timeout: '300s' }] },
};
const PAUSED = { 'cluster.x-k8s.io/paused': '' };
const UPGRADE = {
  apiVersion: 'config.openshift.io/v1',
  kind: 'ClusterVersion',
  metadata: { name: 'version' },
  status: { conditions: [{ type: 'Progressing', status: 'True' }] },
};
const CONDITION_FALSE = [{ type: 'Ready', status: 'False', duration: '60s' }];
const RWO = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'root', namespace: 'shop' },
  spec: { accessModes: ['ReadWriteOnce'] },
};
const HELD = vm({ volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }] });
const KEPT = openshift({ workers: 6, objects: [controllerManager('--disable-force-detach-on-timeout=true')] });

test.each([
  ['no fencing in a cluster whose nodes are known', NODE_LOSS, [vm()], ZONES, 'no-fencing', true],
  ['no fencing that is known', NODE_LOSS, [vm()], undefined, 'no-fencing', false],
  [
    'a health check without the condition',
    NODE_LOSS,
    [vm(), nodeHealthCheck('60s', { unhealthyConditions: CONDITION_FALSE })],
    undefined,
    'condition-missing',
    true,
  ],
  ['minHealthy that is out of reach', NODE_LOSS, [vm(), nodeHealthCheck('60s', { minHealthy: '100%' })], undefined, 'brake', true],
  ['minHealthy with one zone of two gone', ZONE_LOSS, [vm(), nodeHealthCheck('60s')], SPREAD_OVER_TWO, 'brake', true],
  [
    'a MachineHealthCheck beside a NodeHealthCheck',
    FailureClass.KUBELET,
    [MACHINE_HEALTH_CHECK, vm(), nodeHealthCheck('60s')],
    undefined,
    undefined,
    undefined,
  ],
  ['an upgrade', NODE_LOSS, [vm(), nodeHealthCheck('60s'), UPGRADE], undefined, 'upgrade-in-progress', true],
  ['a paused health check', NODE_LOSS, [vm(), nodeHealthCheck('60s', { pauseRequests: ['maintenance'] })], undefined, 'paused', true],
  [
    'the annotation that pauses a MachineHealthCheck, on a NodeHealthCheck',
    NODE_LOSS,
    [vm(), { ...nodeHealthCheck('60s'), metadata: { name: 'workers', annotations: PAUSED } }],
    undefined,
    undefined,
    undefined,
  ],
  [
    'a paused MachineHealthCheck',
    NODE_LOSS,
    [vm(), { ...MACHINE_HEALTH_CHECK, metadata: { ...MACHINE_HEALTH_CHECK.metadata, annotations: PAUSED } }],
    undefined,
    'paused',
    true,
  ],
  [
    'a BMC that shares the power of its host',
    NODE_LOSS,
    [vm(), nodeHealthCheck('60s', FENCING), fenceAgentsTemplate({}, { annotations: { 'cdk8s-kubevirt/bmc-power': 'shared' } })],
    undefined,
    'bmc-shares-power',
    true,
  ],
  [
    'a run strategy that does not restart',
    NODE_LOSS,
    [vm({}, { spec: { runStrategy: 'Manual' } }), nodeHealthCheck('60s', { ...FENCING })],
    undefined,
    'not-restarted',
    true,
  ],
  [
    'a clean shutdown with RerunOnFailure',
    FailureClass.GUEST_SHUTDOWN,
    [vm({}, { spec: { runStrategy: 'RerunOnFailure' } })],
    undefined,
    'clean-shutdown',
    true,
  ],
  [
    'a VM that is bound to a node',
    NODE_LOSS,
    [vm({ nodeSelector: { 'kubernetes.io/hostname': 'a0' } }), nodeHealthCheck('60s', FENCING)],
    undefined,
    'pinned-to-node',
    true,
  ],
  [
    'a VM that is bound to a zone',
    ZONE_LOSS,
    [vm({ nodeSelector: { 'topology.kubernetes.io/zone': 'a' } }), nodeHealthCheck('60s', { ...FENCING, minHealthy: 1 })],
    ZONES,
    'bound-to-zone',
    true,
  ],
  [
    'a volume that nobody takes away',
    NODE_LOSS,
    [HELD, RWO, nodeHealthCheck('60s', FENCING), fenceAgentsTemplate({})],
    KEPT,
    'volume-stays-attached',
    true,
  ],
  ['a hang that nothing notices', FailureClass.GUEST_HANG, [vm()], undefined, 'undetected', false],
] as const)('%s', (_, failure, documents, cluster, id, isCertain) => {
  const { never, outage } = recover(failure, documents, cluster);
  expect(never?.id).toBe(id);
  expect(never?.isCertain).toBe(isCertain);
  expect(outage.worst === undefined).toBe(id !== undefined);
});

test('a MachineHealthCheck switches NodeHealthChecks off, and is the one that counts', () => {
  const { steps, outage } = recover(NODE_LOSS, [MACHINE_HEALTH_CHECK, vm(), nodeHealthCheck('60s')]);
  expect(steps.map(({ id }) => id)).toContain('machine-deletion');
  expect(outage.worst).toBeDefined();
});

describe('an escalation', () => {
  const { remediationTemplate } = nodeHealthCheck('60s').spec as { remediationTemplate?: object };
  const escalation = (agents: string, self: string) =>
    nodeHealthCheck('60s', {
      escalatingRemediations: [
        { order: 1, timeout: agents, remediationTemplate: FENCE_AGENTS },
        { order: 2, timeout: self, remediationTemplate },
      ],
    });
  const tolerant = vm({ tolerations: [{ operator: 'Exists' }] });
  const self = { apiVersion: 'self-node-remediation.medik8s.io/v1alpha1', kind: 'SelfNodeRemediationTemplate' };
  const deleting = {
    ...self,
    metadata: { namespace: 'openshift-workload-availability', name: 'self-node-remediation-automatic-strategy-template' },
    spec: { template: { spec: { remediationStrategy: 'ResourceDeletion' } } },
  };

  test('goes on to self node remediation where the BMC has no power', () => {
    const template = fenceAgentsTemplate({}, { annotations: { 'cdk8s-kubevirt/bmc-power': 'shared' } });
    const recovery = recover(NODE_LOSS, [vm(), escalation('330s', '300s'), template]);
    expect(recovery.criticalPath).toEqual(
      expect.arrayContaining(['unhealthy', 'attempt-1', 'self-node-remediation', 'pods-gone', 'answers']),
    );
  });

  test('goes on at the timeout of a step that has done its work and has not freed the VM', () => {
    const template = fenceAgentsTemplate({ remediationStrategy: 'OutOfServiceTaint' });
    const recovery = recover(NODE_LOSS, [tolerant, escalation('400s', '300s'), template, deleting]);
    expect(step(recovery, 'attempt-1').duration.worst).toBe(402);
    expect(recovery.never).toBeUndefined();
    expect(recover(NODE_LOSS, [tolerant, escalation('400s', '300s'), template]).never).toMatchObject({
      id: 'tolerates-out-of-service',
      isCertain: true,
    });
  });

  test('gives the last step up at its timeout, too', () => {
    const cutOff = recover(NODE_LOSS, [vm(), escalation('330s', '100s'), fenceAgentsTemplate({})]).never;
    // The fence agents may have been of use before.
    expect(cutOff).toMatchObject({ id: 'step-cut-off', remedy: '181s', isCertain: false });
    expect(cutOff?.origin.path).toBe('spec.escalatingRemediations[1].timeout');
    const shared = fenceAgentsTemplate({}, { annotations: { 'cdk8s-kubevirt/bmc-power': 'shared' } });
    expect(recover(NODE_LOSS, [vm(), escalation('330s', '100s'), shared]).never?.isCertain).toBe(true);
    expect(recover(NODE_LOSS, [vm(), escalation('330s', '181s'), shared]).never).toBeUndefined();
  });

  test('takes volumes away with the taint of another step', () => {
    const recovery = recover(NODE_LOSS, [HELD, RWO, escalation('330s', '300s'), fenceAgentsTemplate({}), deleting], KEPT);
    expect(recovery.never).toMatchObject({ id: 'volume-stays-attached', isCertain: true });
    const tainted = recover(NODE_LOSS, [HELD, RWO, escalation('330s', '300s'), fenceAgentsTemplate({})], KEPT);
    expect(tainted.never).toBeUndefined();
    expect(tainted.criticalPath).toContain('attempt-1');
    const deletedFirst = recover(NODE_LOSS, [HELD, RWO, escalation('330s', '300s'), fenceAgentsTemplate({})]);
    expect(step(deletedFirst, 'fence-agents').isCritical).toBe(true);
    expect(step(deletedFirst, 'volumes-free').duration).toEqual({ best: 0, worst: 488 });
  });
});

test('a volume that one node holds waits for six minutes, and the kubelet longer still', () => {
  const forced = recover(NODE_LOSS, [HELD, RWO, nodeHealthCheck('60s', FENCING), fenceAgentsTemplate({})]);
  expect(forced.steps.find(({ id }) => id === 'volumes-free')?.duration).toEqual({ best: 360, worst: 488 });
  const taken = recover(NODE_LOSS, [
    HELD,
    RWO,
    nodeHealthCheck('60s', FENCING),
    fenceAgentsTemplate({ remediationStrategy: 'OutOfServiceTaint' }),
  ]);
  expect(taken.steps.find(({ id }) => id === 'volumes-free')?.duration).toEqual({ best: 0, worst: 32 });
});

describe('a VM that tolerates that its node is out of service', () => {
  const OUT_OF_SERVICE = { key: 'node.kubernetes.io/out-of-service', operator: 'Exists' };
  const UNREACHABLE = { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' };
  const tolerating = (...tolerations: object[]) => {
    const template = fenceAgentsTemplate({ retrycount: 1, timeout: '10s', remediationStrategy: 'OutOfServiceTaint' });
    return recover(NODE_LOSS, [vm({ tolerations }), nodeHealthCheck('60s', FENCING), template]);
  };

  test('goes with the taint of a node that is not reached', () => {
    const recovery = tolerating(OUT_OF_SERVICE);
    expect(step(recovery, 'marked')).toMatchObject({ isCritical: true, end: step(recovery, 'evicted').end });
    expect(step(recovery, 'pods-gone').duration.worst).toBe(21.5);
  });

  test('goes with the first of two taints', () => {
    expect(step(tolerating({ ...OUT_OF_SERVICE, effect: 'NoExecute', tolerationSeconds: 30 }), 'marked').duration.worst).toBe(30);
  });

  test('stays where it tolerates both for ever', () => {
    expect(tolerating(OUT_OF_SERVICE, UNREACHABLE).never).toMatchObject({ id: 'tolerates-out-of-service', isCertain: true });
  });

  test.each([
    ['the value that the taint has', 'nodeshutdown', true],
    ['another value', 'maintenance', false],
    ['no value', undefined, false],
  ])('has to name %s', (_, value, isTolerated) => {
    const { steps } = tolerating({ ...OUT_OF_SERVICE, operator: 'Equal', value });
    expect(steps.some(({ id }) => id === 'marked')).toBe(isTolerated);
  });
});

test('a toleration of a value that the taint of a lost node does not have is none', () => {
  const tolerations = [{ key: 'node.kubernetes.io/unreachable', operator: 'Equal', value: 'true', effect: 'NoExecute' }];
  const recovery = recover(NODE_LOSS, [vm({ tolerations }), nodeHealthCheck('60s')]);
  expect(step(recovery, 'evicted').duration.best).toBe(300);
});

test('self node remediation may take its taint away before pods are marked for deletion', () => {
  const assumed = (seconds: number) => {
    const { assumptions } = recover(NODE_LOSS, [vm({ tolerations: tolerations(seconds) }), nodeHealthCheck('60s')]);
    return assumptions.map(({ id }) => id);
  };
  expect(assumed(60)).not.toContain('taint-stays');
  expect(assumed(300)).toContain('taint-stays');
});

test('a MachineHealthCheck for workers counts the nodes of the profile', () => {
  const selector = { matchLabels: { 'machine.openshift.io/cluster-api-machine-role': 'worker' } };
  const check = { ...MACHINE_HEALTH_CHECK, spec: { ...MACHINE_HEALTH_CHECK.spec, selector, maxUnhealthy: '40%' } };
  const { assumptions, never } = recover(NODE_LOSS, [vm(), check], openshift({ objects: [node('a'), node('b')] }));
  expect(never).toMatchObject({ id: 'brake', isCertain: true });
  expect(assumptions.map(({ id }) => id)).not.toContain('enough-healthy-nodes');
});
