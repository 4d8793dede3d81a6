import * as fc from 'fast-check';
import { BruteForce, type SmallCluster } from '../../capacity/brute-force';
import { manifestOf, nodesOf, smallClusters } from '../../capacity/small-clusters';
import type { Comparison } from './lost-hosts';
import { HOST, kubevirtObject, type RandomCluster } from './random-clusters';

/** What is said of clusters in which everything is tried in place of the scheduler. */
export const TRIED = 'clusters of the brute force';

/** A cluster that is small enough to try everything, and what comes of it. */
export interface TriedCluster extends RandomCluster {
  readonly truth: BruteForce;
}

/** So many clusters, the same for the same seed. */
export function triedClusters(numRuns: number, seed: number): TriedCluster[] {
  return fc
    .sample(smallClusters, { numRuns, seed })
    .map((small, index) => ({ ...clusterOf(small, `t${index}`), truth: new BruteForce(small) }));
}

/** What is wrong with trying everything: something was placed that it does not reach, or left where it never is. */
export function wrongTruths({ truth }: TriedCluster, { runs }: Comparison): string[] {
  return runs
    .filter(({ nodesStay, isPlaced }) => !(isPlaced ? truth.canPlace(nodesStay) : truth.canGetStuck(nodesStay)))
    .map(({ text }) => `the brute force says otherwise: ${text}`);
}

function clusterOf(small: SmallCluster, name: string): RandomCluster {
  return {
    name,
    kinds: [TRIED],
    nodes: nodesOf(small).map(({ metadata, spec, ...node }) => ({
      ...node,
      metadata: { ...metadata, labels: { ...LABELS, [HOST]: metadata.name, ...metadata.labels } },
      spec: { taints: spec.taints ?? [] },
    })),
    otherPods: [],
    vms: small.vms.map((vm) => ({ manifest: manifestOf(vm), home: vm.home })),
    kubevirt: kubevirtObject(),
    volumes: [],
    isScheduled: false,
    losses: [[{ hosts: small.lost }]],
  };
}

/** What kubelet and virt-handler say of each node. */
const LABELS = { 'kubernetes.io/arch': 'amd64', 'kubevirt.io/schedulable': 'true', 'machine-type.node.kubevirt.io/q35': 'true' };
