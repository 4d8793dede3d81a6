import type { NodeObject, World } from '../world';

const RENEWAL = 10;
const RENEWAL_JITTER = 0.04;

/** Renews the lease of its node, while it and the network are alive. */
export function runKubeletLease(world: World, node: NodeObject): void {
  const { chance, clock } = world;
  const period = () => RENEWAL * (1 + chance.between(`${node.name}: jitter of renewals`, 0, RENEWAL_JITTER));
  clock.every(RENEWAL - world.sinceTick(`${node.name}: phase of renewals`, RENEWAL), period, () => {
    if (!node.hostUp || !node.kubeletUp || !node.connected) {
      return false;
    }
    node.lastRenewal = clock.now;
    return true;
  });
}
