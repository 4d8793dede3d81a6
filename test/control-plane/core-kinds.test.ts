import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests } from '../../src/audit';
import { disagreements, UNREADABLE } from './agreement';
import { CORE_OBJECTS, mutantsOf } from './core-kinds';
import { describeClusters } from './describe-clusters';
import { NEWEST } from './served';
import { Tally } from './tally';
import { nameOf, type Verdict } from './verdict';

const tally = new Tally('core-kinds', 'What the API server refuses of kinds of Kubernetes itself, and our rules find', 'object');

const profile = ClusterProfile.kubevirt(NEWEST.release);

describeClusters(
  'objects of Kubernetes itself',
  (served, cluster) => {
    test.each(CORE_OBJECTS.map((manifest) => [nameOf(manifest), manifest] as const))(
      'of %s all is found that the API server cannot read, and nothing that it takes',
      async (name, manifest) => {
        const running = await cluster();
        expect(await running.judge(manifest)).toEqual({ says: 'accepted' });
        const found = await Promise.all(
          mutantsOf(manifest).map(async ({ change, manifest: mutant }) => {
            const verdict = await running.judge(mutant);
            const findings = evaluateManifests([mutant], profile);
            const differences = disagreements({ source: change, served, manifest: mutant, findings }, verdict);
            const isMissed = differences.some(({ about }) => about.startsWith('missed'));
            const falseAlarms = differences.filter(({ about }) => about.startsWith('false alarm'));
            tally.add(name, 'changed fields');
            tally.add(name, 'refused', verdict.says === 'refused' ? 1 : 0);
            tally.add(name, 'of these found, with all fields', verdict.says === 'refused' && !isMissed ? 1 : 0);
            tally.add(name, 'found, but not refused', falseAlarms.length);
            return isUnread(verdict) ? differences.filter(({ about }) => !about.startsWith('not confirmed')) : falseAlarms;
          }),
        );
        expect(found.flat()).toEqual([]);
      },
    );
  },
  () => {
    test('all of them', () => tally.write());
  },
  [NEWEST],
);

/** Whether an object has a field that the API server does not know, or one of another type. */
function isUnread(verdict: Verdict): boolean {
  return verdict.says === 'refused' && verdict.message.includes(UNREADABLE);
}
