import { silenceWarnings } from '../properties/runs';
import { type AppManifests, exampleApps, randomApps } from './apps';
import type { Cluster } from './cluster';
import { describeClusters } from './describe-clusters';
import type { TestCluster } from './served';
import { Tally } from './tally';
import { nameOf } from './verdict';

silenceWarnings();

const tally = new Tally('strictness', 'Examples and random apps are applied strictly, and a second time without a change', 'what');

describeClusters(
  'what a real API server takes strictly, and does not change a second time',
  (served, cluster) => {
    test('every example', async () => {
      expect(await faultsOf('examples', exampleApps(served), served, cluster)).toEqual([]);
    });

    test('random valid apps', async () => {
      expect(await faultsOf('random apps', randomApps(served), served, cluster)).toEqual([]);
    });
  },
  () => {
    test('all of them', () => tally.write());
  },
);

/** What is wrong with the objects of apps, one app after the other: many have objects of the same names. */
async function faultsOf(
  what: string,
  apps: readonly AppManifests[],
  { release, channel, kubernetes }: TestCluster,
  cluster: () => Promise<Cluster>,
): Promise<string[]> {
  const row = `${what}, KubeVirt ${release}, Kubernetes ${kubernetes}, Gateway API ${channel}`;
  const faults: string[] = [];
  for (const { name, manifests } of apps) {
    const running = await cluster();
    const told = await Promise.all(manifests.map(async (manifest) => ({ manifest, fault: await running.applyTwice(manifest) })));
    const wrong = told.filter(({ fault }) => fault !== undefined);
    faults.push(...wrong.map(({ manifest, fault }) => `${name}: ${nameOf(manifest)} ${fault}\n${JSON.stringify(manifest)}`));
    tally.add(row, 'apps');
    tally.add(row, 'different objects', manifests.length);
    tally.add(row, 'refused or changed', wrong.length);
  }
  return faults;
}
