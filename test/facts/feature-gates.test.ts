import { FEATURE_GATES, GateStage, gateStage, HYPER_CONVERGED_ALWAYS, HYPER_CONVERGED_GATES } from '../../src/facts';

const RELEASES = ['1.5', '1.6', '1.7', '1.8', '1.9'];

test.each([
  ['HostDisk', ['alpha', 'alpha', 'alpha', 'alpha', 'alpha']],
  ['PanicDevices', [undefined, 'alpha', 'beta', 'beta', 'general availability']],
  ['PersistentReservation', ['alpha', 'alpha', 'alpha', 'alpha', 'setting']],
  ['ExperimentalVirtiofsSupport', ['deprecated', 'deprecated', 'deprecated', 'discontinued', 'discontinued']],
  ['Nothing', [undefined, undefined, undefined, undefined, undefined]],
])('knows how far %s is', (gate, stages) => {
  expect(RELEASES.map((release) => gateStage(gate, release))).toEqual(stages);
});

test('knows each gate in one release at least, and never before one that lacks it', () => {
  for (const gate of FEATURE_GATES) {
    const stages = RELEASES.map((release) => gateStage(gate, release));
    const first = stages.findIndex((stage) => stage !== undefined);
    expect([gate, first]).not.toEqual([gate, -1]);
    expect([gate, stages.slice(first)]).not.toEqual([gate, expect.arrayContaining([undefined])]);
  }
});

test('has no gate that goes back from general availability', () => {
  const gone = FEATURE_GATES.filter((gate) => {
    const stages = RELEASES.map((release) => gateStage(gate, release));
    const general = stages.indexOf(GateStage.GENERAL);
    return general >= 0 && stages.slice(general).some((stage) => stage !== GateStage.GENERAL);
  });
  expect(gone).toEqual([]);
});

test('has the operator list gates only that KubeVirt has', () => {
  const listed = [...Object.keys(HYPER_CONVERGED_ALWAYS), ...Object.values(HYPER_CONVERGED_GATES).flatMap(({ gates }) => gates)];
  expect(listed.filter((gate) => !FEATURE_GATES.includes(gate))).toEqual([]);
});
