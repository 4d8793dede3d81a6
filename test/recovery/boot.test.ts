import { FAILURE_CLASSES, FailureClass } from '../../src/facts';
import { ManifestGraph } from '../../src/graph';
import { RecoveryVerdict, remedyFor, verdictOf } from '../../src/recovery';
import { nodeHealthCheck, OPENSHIFT, recover, vm } from './world';

const { GUEST_SHUTDOWN, NODE_DRAIN, NODE_LOSS } = FailureClass;
const UNANNOTATED = { metadata: { name: 'db', namespace: 'shop', annotations: {} } };

describe('a liveness probe that gives up before the guest has booted', () => {
  const probed = (probe: object, metadata = {}) =>
    recover(GUEST_SHUTDOWN, [vm({ livenessProbe: { tcpSocket: { port: 80 }, ...probe } }, metadata)]);

  test('stops it again and again', () => {
    const { never, outage, certain } = probed({ failureThreshold: 6 });
    expect(outage).toEqual({ best: 5 });
    // 2 + 2 + 5, and the 70 s after which the probe gives up.
    expect(certain).toBe(79);
    expect(never).toMatchObject({
      id: 'liveness-kills-boot',
      because: 'The liveness probe gives up 70 s after the start, and the guest may take 100 s to boot: it is stopped again and again',
      change: 'initialDelaySeconds: 100 of the livenessProbe would change it.',
      isCertain: false,
    });
    expect(never?.origin.path).toBe('spec.template.spec.livenessProbe.initialDelaySeconds');
  });

  test('is at risk, and the delay that is told is enough', () => {
    const manifest = vm({ livenessProbe: { tcpSocket: { port: 80 } } });
    const graph = new ManifestGraph([manifest]);
    const objective = { failure: GUEST_SHUTDOWN, seconds: 200, path: '', value: '', isNamed: false };
    expect(verdictOf(recover(GUEST_SHUTDOWN, [manifest]), objective)).toBe(RecoveryVerdict.AT_RISK);
    const remedy = remedyFor(graph.virtualMachines[0], new Map([[GUEST_SHUTDOWN, 200]]), graph, OPENSHIFT);
    expect(remedy).toMatchObject({
      isEnough: true,
      changes: [{ path: 'spec.template.spec.livenessProbe.initialDelaySeconds', value: 100 }],
    });
  });

  test('has all the time that it needs with a delay', () => {
    expect(probed({ initialDelaySeconds: 60 }).outage.worst).toBe(134);
  });

  test('says nothing of when the agent answers', () => {
    expect(recover(GUEST_SHUTDOWN, [vm({ livenessProbe: { guestAgentPing: {} } })]).outage.worst).toBe(134);
  });

  test('is taken to be in time where nobody says how long the boot takes', () => {
    const { outage, assumptions } = probed({}, UNANNOTATED);
    expect(outage.worst).toBe(154);
    expect(assumptions.find(({ id }) => id === 'boot-time')?.what).toBe(
      'The guest boots within 120 s until its service answers, and before its liveness probe gives up, 40 s after the start',
    );
  });
});

test('a VM that starts paused stays paused, unless it is moved', () => {
  const documents = [vm({ startStrategy: 'Paused', evictionStrategy: 'LiveMigrate' }), nodeHealthCheck('60s')];
  expect(recover(NODE_LOSS, documents).never).toMatchObject({ id: 'starts-paused', isCertain: true });
  expect(recover(NODE_DRAIN, documents).outage.worst).toBe(1);
});

test.each([
  ['runStrategy', { runStrategy: 'Halted' }],
  ['running', { runStrategy: undefined, running: false }],
])('a VM that does not run is judged as it is once somebody has started it (%s)', (_, spec) => {
  for (const failure of FAILURE_CLASSES) {
    const halted = recover(failure, [vm({}, { spec }), nodeHealthCheck('60s')]);
    const always = recover(failure, [vm(), nodeHealthCheck('60s')]);
    expect(halted.outage).toEqual(always.outage);
    expect(halted.assumptions[0]).toMatchObject({ id: 'started', say: 'runStrategy' });
    expect(always.assumptions.map(({ id }) => id)).not.toContain('started');
  }
});
