/**
 * What a control plane does about nodes that are lost, against what `src/recovery` says about the same manifests: kube-controller-manager
 * is real, and so is what it makes of Nodes, leases, pods and EndpointSlices; the kubelets are simulated. Most clusters have flags that make
 * the clock faster; the model knows them as it knows those of anybody's cluster, from the Pod of kube-controller-manager in the profile.
 */
import { writeProof } from '../support/proof';
import { describeControlPlane } from './describe-control-plane';
import { hasLostItsTurn, isAsPredicted, type Observation, rowsOf } from './node-loss/observations';
import { RUNS } from './node-loss/runs';

const FEWEST_RUNS = 30;

/** One of 140 has been seen. */
const MOST_LOST_TURNS = 0.1;

describeControlPlane('the loss of nodes', () => {
  const runs = new Map<string, Promise<readonly Observation[]>>();
  const all: Observation[] = [];

  beforeAll(() => {
    // Side by side: they wait nearly all of the time.
    for (const { title, run } of RUNS) {
      const running = run();
      running.catch(() => undefined);
      runs.set(title, running);
    }
  });

  test.each(RUNS.map(({ title }) => title))('is as predicted: %s', async (title) => {
    const observations = (await runs.get(title)) ?? [];
    all.push(...observations);
    expect(observations.filter((observation) => !isAsPredicted(observation) && !hasLostItsTurn(observation))).toEqual([]);
  });

  test('loses the turn of a node rarely', () => {
    const tainted = all.filter(({ turn, observed }) => turn !== undefined && observed !== undefined);
    expect(tainted.filter(hasLostItsTurn).length).toBeLessThanOrEqual(MOST_LOST_TURNS * tainted.length);
  });

  test('is seen often enough', () => {
    expect(all.filter(({ what }) => what.startsWith('Unknown')).length).toBeGreaterThanOrEqual(FEWEST_RUNS);
  });

  afterAll(async () => {
    await Promise.allSettled(runs.values());
    writeProof({
      suite: 'node-loss',
      title: 'Loss of nodes: what a control plane does, and when',
      against: ['kube-apiserver 1.36.3', 'kube-controller-manager 1.36.3'],
      columns: ['failure', 'clock', 'what', 'predicted (s)', 'observed (s): least / median / most', 'n', 'source'],
      rows: rowsOf(all),
      notes: [
        `${all.filter(({ what }) => what.startsWith('Unknown')).length} losses of nodes. Kubelets are simulated: they renew a lease every 10 to 10.4 s until they fail.`,
        `${all.filter(hasLostItsTurn).length} of them were tainted a turn late: kube-controller-manager took them for ready, from a cache that had not heard of them yet.`,
        `A sight may be late by what the machine needs for a round through API server and controller manager, measured every 0.3 s: up to ${Math.max(...all.map(({ late }) => late)).toFixed(2)} s in this run.`,
      ],
    });
  });
});
