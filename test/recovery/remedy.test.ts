import { FailureClass } from '../../src/facts';
import { ManifestGraph } from '../../src/graph';
import { objectivesOf, RecoveryVerdict, recoveryOf, remedyFor, verdictOf } from '../../src/recovery';
import { FENCE_AGENTS, fenceAgentsTemplate, nodeHealthCheck, OPENSHIFT, vm } from './world';

const { NODE_LOSS, GUEST_HANG } = FailureClass;
const LIVENESS = { tcpSocket: { port: 22 }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 12 };

function remedy(documents: readonly unknown[], failure: FailureClass, seconds: number) {
  const graph = new ManifestGraph(documents);
  return remedyFor(graph.virtualMachines[0], new Map([[failure, seconds]]), graph, OPENSHIFT);
}

test('takes no more from the step that takes longest than is needed', () => {
  const { changes, isEnough, outage } = remedy([vm(), nodeHealthCheck('300s')], NODE_LOSS, 600);
  expect(changes.map(({ path, value }) => [path, value])).toEqual([['spec.unhealthyConditions[1].duration', '200s']]);
  expect(isEnough).toBe(true);
  expect(outage).toBeLessThanOrEqual(600);
});

test('changes several fields where one is not enough, and says what is left where all are not', () => {
  const documents = [
    vm(),
    nodeHealthCheck('300s', { remediationTemplate: FENCE_AGENTS }),
    fenceAgentsTemplate({ remediationStrategy: 'OutOfServiceTaint' }),
  ];
  const enough = remedy(documents, NODE_LOSS, 400);
  expect(enough.isEnough).toBe(true);
  expect(enough.changes.map(({ manifest }) => manifest.kind)).toEqual(['FenceAgentsRemediationTemplate', 'NodeHealthCheck']);
  const short = remedy(documents, NODE_LOSS, 120);
  expect(short.isEnough).toBe(false);
  expect(short.outage).toBeGreaterThan(120);
});

test('changes the VM itself', () => {
  const { changes, isEnough } = remedy([vm({ livenessProbe: LIVENESS, terminationGracePeriodSeconds: 180 })], GUEST_HANG, 300);
  expect(changes.map(({ path }) => path)).toEqual(expect.arrayContaining(['spec.template.spec.terminationGracePeriodSeconds']));
  expect(isEnough).toBe(true);
});

test('undoes what keeps a VM from coming back', () => {
  const { changes, isEnough } = remedy([vm({}, { spec: { runStrategy: 'Manual' } }), nodeHealthCheck('60s')], NODE_LOSS, 600);
  expect(changes).toMatchObject([{ path: 'spec.runStrategy', value: 'Always' }]);
  expect(isEnough).toBe(true);
});

describe('objectives', () => {
  const judged = (annotations: Record<string, string>, documents: readonly unknown[] = []) => {
    const graph = new ManifestGraph([vm({}, { metadata: { name: 'db', namespace: 'shop', annotations } }), ...documents]);
    const [machine] = graph.virtualMachines;
    return objectivesOf(machine, graph, OPENSHIFT).map((objective) => ({
      ...objective,
      verdict: verdictOf(recoveryOf(machine, objective.failure, graph, OPENSHIFT), objective),
    }));
  };

  test('are about all failures but storage, the control plane, and zones that nobody knows', () => {
    const failures = judged({ 'cdk8s-kubevirt/recovery-objective': '900s' }).map(({ failure }) => failure);
    const left = [FailureClass.ZONE_LOSS, FailureClass.STORAGE_ERROR, FailureClass.CONTROL_PLANE];
    expect(failures).toEqual(Object.values(FailureClass).filter((failure) => !left.includes(failure)));
  });

  test('of single failures come first, and accepted losses have none', () => {
    const objectives = judged({
      'cdk8s-kubevirt/recovery-objective': '900s',
      'cdk8s-kubevirt/recovery-objectives': 'guest-shutdown=60s, storage-error=3600s',
      'cdk8s-kubevirt/accepted-losses': 'node-loss, kubelet',
    });
    const byFailure = new Map(objectives.map((objective) => [objective.failure, objective]));
    expect(byFailure.get(FailureClass.GUEST_SHUTDOWN)).toMatchObject({ seconds: 60, isNamed: true });
    expect(byFailure.get(FailureClass.STORAGE_ERROR)?.seconds).toBe(3600);
    expect(byFailure.has(NODE_LOSS)).toBe(false);
  });

  test('are missed for certain, or at risk with what is assumed, or open where the guest may mend it', () => {
    const verdicts = (annotations: Record<string, string>, ...documents: readonly unknown[]) =>
      new Map(judged(annotations, documents).map(({ failure, verdict }) => [failure, verdict]));
    const boot = { 'cdk8s-kubevirt/boot-time': '100s' };
    expect(verdicts({ ...boot, 'cdk8s-kubevirt/recovery-objective': '600s' }, nodeHealthCheck('300s')).get(NODE_LOSS)).toBe(
      RecoveryVerdict.MISSED,
    );
    expect(verdicts({ 'cdk8s-kubevirt/recovery-objective': '700s' }, nodeHealthCheck('300s')).get(NODE_LOSS)).toBe(RecoveryVerdict.AT_RISK);
    expect(verdicts({ 'cdk8s-kubevirt/recovery-objective': '900s' }).get(NODE_LOSS)).toBe(RecoveryVerdict.AT_RISK);
    expect(verdicts({ 'cdk8s-kubevirt/recovery-objective': '900s' }).get(FailureClass.APPLICATION)).toBe(RecoveryVerdict.OPEN);
    expect(verdicts({ 'cdk8s-kubevirt/recovery-objective': '900s' }, nodeHealthCheck('300s')).get(NODE_LOSS)).toBe(RecoveryVerdict.KEPT);
  });
});
