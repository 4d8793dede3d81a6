import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests } from '../../src/audit';
import { disagreements } from './agreement';
import { CORE_OBJECTS, mutantsOf } from './core-kinds';
import { describeClusters } from './describe-clusters';
import { CLUSTERS } from './served';
import { Tally } from './tally';
import { nameOf } from './verdict';

const tally = new Tally('core-kinds');

/** Kinds of Kubernetes itself are the same in all clusters. */
const NEWEST = CLUSTERS[CLUSTERS.length - 1];

const profile = ClusterProfile.kubevirt(NEWEST.release);

describeClusters(
  'objects of Kubernetes itself',
  (served, cluster) => {
    test.each(CORE_OBJECTS.map((manifest) => [nameOf(manifest), manifest] as const))(
      'of %s nothing is refused that the API server takes',
      async (name, manifest) => {
        const running = await cluster();
        expect(await running.judge(manifest)).toEqual({ says: 'accepted' });
        const found = await Promise.all(
          mutantsOf(manifest).map(async ({ change, manifest: mutant }) => {
            const verdict = await running.judge(mutant);
            const findings = evaluateManifests([mutant], profile);
            const differences = disagreements({ source: change, served, manifest: mutant, findings }, verdict);
            const isMissed = differences.some(({ about }) => about.startsWith('missed'));
            tally.add(name, verdict.says === 'refused' && isMissed ? 'refused, not all found' : verdict.says);
            return differences.filter(({ about }) => about.startsWith('false alarm'));
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
