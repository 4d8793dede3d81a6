import { Verdict } from '../../src/capacity';
import { writeProof } from '../support/proof';
import { describeControlPlane } from './describe-control-plane';
import { type Comparison, LostHosts } from './scheduling/lost-hosts';
import { Kind, type RandomCluster, randomClusters } from './scheduling/random-clusters';
import { SimulatedCluster } from './scheduling/simulated-cluster';
import { TRIED, type TriedCluster, triedClusters, wrongTruths } from './scheduling/tried-clusters';

const CLUSTERS = Number(process.env.CLUSTERS ?? 200);
/** What decides which clusters are drawn: say it to draw those of another run, and one of them to look at only that. */
const SEED = Number(process.env.CLUSTERS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ONLY = process.env.ONLY_CLUSTER;

/** API servers, each with a scheduler, side by side: they wait for one another most of the time. */
const LANES = 2;

/** Of so many clusters one is a small one in which everything is tried. */
const TRIED_OF = 5;

/** From so many on something of everything is among the clusters. */
const MANY = 100;

interface Compared {
  readonly cluster: RandomCluster | TriedCluster;
  readonly comparisons: readonly Comparison[];
}

describeControlPlane('where the scheduler puts VMs', () => {
  const compared: Compared[] = [];
  const wrong: string[] = [];

  /** Compares one cluster after the other, until none is left. */
  async function compare(left: (RandomCluster | TriedCluster)[]): Promise<void> {
    const simulated = await SimulatedCluster.start();
    try {
      for (let cluster = left.shift(); cluster !== undefined; cluster = left.shift()) {
        const title = `ONLY_CLUSTER=${cluster.name} CLUSTERS_SEED=${SEED} (${cluster.kinds.join(', ')})`;
        try {
          const comparisons = await LostHosts.compare(simulated, cluster);
          compared.push({ cluster, comparisons });
          for (const comparison of comparisons) {
            const { answer, differences } = comparison;
            const truths = 'truth' in cluster ? wrongTruths(cluster, comparison) : [];
            wrong.push(
              ...differences.map((text) => `${title}: "${answer.verdict}", but ${text}`),
              ...truths.map((text) => `${title}: ${text}`),
            );
          }
        } catch (error) {
          wrong.push(`${title}: ${error}`);
        }
      }
    } finally {
      await simulated.stop();
    }
  }

  test(
    `${CLUSTERS} random clusters: what fits is placed whatever the order, what does not is not`,
    async () => {
      const small = Math.floor(CLUSTERS / TRIED_OF);
      const drawn = [...randomClusters(CLUSTERS - small, SEED), ...triedClusters(small, SEED)];
      const left = drawn.filter(({ name }) => ONLY === undefined || name === ONLY);
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => compare(left)));
      report(compared, wrong.length);
      expect(lanes.flatMap((lane) => (lane.status === 'rejected' ? [lane.reason] : []))).toEqual([]);
      expect(wrong).toEqual([]);
    },
    15 * 60_000,
  );

  test('enough of them are decided, of each kind', () => {
    const answers = (kind?: Kind) =>
      compared.filter(({ cluster }) => kind === undefined || cluster.kinds.includes(kind)).flatMap(({ comparisons }) => comparisons);
    const share = (verdict: Verdict, among = answers()) => among.filter(({ answer }) => answer.verdict === verdict).length / among.length;
    if (compared.length >= MANY) {
      expect(share(Verdict.FITS)).toBeGreaterThan(0.2);
      expect(share(Verdict.DOES_NOT_FIT)).toBeGreaterThan(0.2);
      expect(Object.values(Kind).filter((kind) => !(share(Verdict.UNDECIDED, answers(kind)) < 1))).toEqual([]);
    }
  });
});

function report(compared: readonly Compared[], wrong: number): void {
  const row = (name: string, some: readonly Compared[]) => {
    const all = some.flatMap(({ comparisons }) => comparisons);
    const number = (verdict: Verdict, isCounted: (comparison: Comparison) => boolean) =>
      all.filter((comparison) => comparison.answer.verdict === verdict && isCounted(comparison)).length;
    const undecided = (isCounted: (placed: number, runs: number) => boolean) =>
      number(Verdict.UNDECIDED, ({ runs }) => isCounted(runs.filter(({ isPlaced }) => isPlaced).length, runs.length));
    const { FITS, DOES_NOT_FIT } = Verdict;
    return [
      name,
      some.length,
      all.length,
      number(FITS, ({ differences }) => differences.length === 0),
      number(DOES_NOT_FIT, ({ differences }) => differences.length === 0),
      undecided((placed, runs) => placed === runs),
      undecided((placed, runs) => placed > 0 && placed < runs),
      undecided((placed) => placed === 0),
      all.filter(({ differences }) => differences.length > 0).length,
    ];
  };
  writeProof({
    suite: 'scheduling',
    title: 'Whether VMs find a place when hosts are lost',
    against: ['kube-scheduler 1.36.3', 'kube-apiserver 1.36.3'],
    columns: [
      'what decides',
      'clusters',
      'sets of lost hosts',
      '"fits", all placed',
      '"does not fit", confirmed',
      'undecided: always placed',
      'sometimes',
      'never',
      'differences',
    ],
    rows: [
      ...[...Object.values(Kind), TRIED].map((kind) =>
        row(
          kind,
          compared.filter(({ cluster }) => cluster.kinds.includes(kind)),
        ),
      ),
      row('all', compared),
    ],
    notes: [
      `Random clusters of 2 to 6 hosts with up to 9 VMs (\`CLUSTERS_SEED=${SEED}\`): the objects of the cluster as a profile, the manifests, ` +
        'and the hosts that are lost are all that the answer is made of. Each set of lost hosts is lost three times: twice their Nodes stay, ' +
        'with the taints of the node lifecycle controller, and once they go; VMs are started in three orders. All are placed where each VM ' +
        'that is to be started elsewhere is on a host that is not lost, and no other VM had to make room.',
      'The requests of pods are those of this library, which are held against vectors of KubeVirt elsewhere; of the other pods of a cluster ' +
        'sums are known, so that none of them has labels that a VM looks at.',
      `What ${TRIED} come to by trying everything, which the answers are held against in thousands, is what the scheduler comes to as well.`,
      ...(wrong > 0 ? [`${wrong} runs were wrong.`] : []),
    ],
  });
}
