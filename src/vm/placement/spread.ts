import { Topology } from 'cdk8s-plus-27';
import type { Placement } from './placement';

/** Places over which VMs of a group are spread, the one that matters more first. */
const PLACES = [
  { topology: Topology.HOSTNAME, weight: 100 },
  { topology: Topology.ZONE, weight: 50 },
];

/**
 * Spreads a VM and others with these pod labels over hosts and zones where there are some.
 *
 * Every term is a preference: a hard one would leave a VM down, or a drain waiting, when no node is spare.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function spreadAmong(placement: Placement, labels: Record<string, string>): void {
  for (const { topology, weight } of PLACES) {
    placement._keepFrom(labels, topology, weight);
    placement.spread({ labels, topology });
  }
}
