import { leaveOut } from '../support/leave-out';
import { crdFolder, crdsAvailable } from '../support/strict-schemas';
import { Cluster } from './cluster';
import { noControlPlane } from './describe-control-plane';
import { CLUSTERS, definitionsOf, type TestCluster } from './served';

/** What a group of tests is missing, in capitals; undefined: nothing. */
function missing(): string | undefined {
  return noControlPlane() ?? (crdsAvailable() ? undefined : `NO CRDS IN ${crdFolder} (set CDK8S_KUBEVIRT_CRDS)`);
}

/**
 * A group of tests for each cluster, and some for all of them; where there is no cluster, a warning and a test by that name say why.
 *
 * @param tests the tests for a cluster, which starts when it is asked for, and stops when they are through
 * @param afterwards the tests that follow those for the last one
 * @param clusters undefined: all that there are
 */
export function describeClusters(
  name: string,
  tests: (served: TestCluster, cluster: () => Promise<Cluster>) => void,
  afterwards: () => void,
  clusters = CLUSTERS,
): void {
  const lacking = missing();
  if (lacking !== undefined) {
    leaveOut(name, lacking, () => missing() !== undefined);
    return;
  }
  describe.each(clusters)(`${name}: KubeVirt $release, Gateway API $channel`, (served) => {
    let cluster: Promise<Cluster> | undefined;

    afterAll(async () => {
      await (await cluster)?.stop();
    });

    tests(served, () => {
      cluster ??= Cluster.start(definitionsOf(served), served.kubernetes);
      return cluster;
    });
  });
  describe(name, afterwards);
}
