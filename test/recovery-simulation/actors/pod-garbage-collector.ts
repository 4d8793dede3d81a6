import type { NodeObject, PodObject, World } from '../world';
import { callsTake } from './node-lifecycle-controller';
import { OUT_OF_SERVICE } from './taint-eviction-controller';

const PERIOD = 20;
const QUARANTINE = 40;
const PASS = { fastest: 0.05, slowest: 1.5 };
const CALLS_PER_POD = 2;

/** Removes the objects of pods: terminating ones of nodes that are out of service, and those whose node is no more. */
export function collectPods(world: World, podOn: (node: NodeObject) => PodObject | undefined): void {
  const { chance, clock } = world;
  const removedAt = new Map<NodeObject, number>();
  world.nodeRemoved.listen((node) => removedAt.set(node, clock.now));
  const isForfeit = (node: NodeObject, pod: PodObject) =>
    node.exists
      ? node.taints.has(OUT_OF_SERVICE) && node.ready !== 'True' && pod.deletedAt !== undefined
      : clock.now >= (removedAt.get(node) ?? clock.now) + QUARANTINE;
  clock.every(
    chance.between('phase of the pod garbage collector', 0, PERIOD),
    () => PERIOD,
    () => {
      for (const node of world.nodes) {
        const pod = podOn(node);
        if (pod?.exists && isForfeit(node, pod)) {
          const calls = CALLS_PER_POD * chance.between('place among the collected', 1, world.podsOnNode);
          const takes = chance.between('pass of the pod garbage collector', PASS.fastest, PASS.slowest);
          clock.after(Math.max(takes, callsTake(world, calls)), () => {
            world.tell('pod garbage collector', `removes ${pod.name}`);
            world.removePod(pod);
          });
        }
      }
    },
  );
}
