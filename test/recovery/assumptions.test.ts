import { ClusterProfile } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { FAILURE_CLASSES, FailureClass } from '../../src/facts';
import { recoveryOf, StepOrigin } from '../../src/recovery';
import { read } from '../recovery-simulation/comparison';
import { designs } from '../recovery-simulation/random-designs';
import { FENCE_AGENTS, nodeHealthCheck, recover, vm } from './world';

test('the report lists what each number rests on that nobody has said', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const { graph, cluster } = read(design);
      for (const failure of FAILURE_CLASSES) {
        const { steps, assumptions } = recoveryOf(graph.virtualMachines[0], failure, graph, cluster);
        const listed = new Set(assumptions.map(({ what }) => what));
        for (const step of steps.filter(({ origin }) => origin.kind === StepOrigin.ASSUMED)) {
          expect(step.assumptions.length).toBeGreaterThan(0);
          expect(step.assumptions.filter(({ what }) => !listed.has(what))).toEqual([]);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['Metal3RemediationTemplate', 'The BMC powers the host off within 60 s'],
  ['MachineDeletionRemediationTemplate', 'The cloud deletes the instance within 300 s'],
  ['OwnRemediationTemplate', 'OwnRemediationTemplate own remediates a node within 300 s'],
])('how long %s takes is assumed, with the value', (kind, what) => {
  const remediationTemplate = { ...FENCE_AGENTS, kind, name: 'own' };
  const { assumptions } = recover(FailureClass.NODE_LOSS, [vm(), nodeHealthCheck('60s', { remediationTemplate })]);
  expect(assumptions.map((assumption) => assumption.what)).toContain(what);
});

test('that a VM can be moved is assumed of volumes whose access modes nobody has said', () => {
  const { assumptions } = recover(FailureClass.NODE_DRAIN, [
    vm({ evictionStrategy: 'LiveMigrate', volumes: [{ name: 'root', dataVolume: { name: 'web-root' } }] }),
  ]);
  expect(assumptions.map(({ what }) => what)).toContain('Several nodes can use the volume "root" at a time');
});

test.each([
  [
    'assumed on OpenShift whose workers nobody has said',
    ClusterProfile.openshift('4.20'),
    'evictionStrategy of the VM or of the profile, or workers of the profile',
  ],
  ['known on plain Kubernetes', ClusterProfile.kubevirt('1.8'), undefined],
])('what a drain does to a VM that does not say it is %s', (_, cluster, say) => {
  const { assumptions } = recover(FailureClass.NODE_DRAIN, [vm()], cluster);
  expect(assumptions.find(({ id }) => id === 'eviction')?.say).toBe(say);
});
