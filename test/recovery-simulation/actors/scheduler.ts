import type { NodeObject, PodObject, World } from '../world';

const BINDING = { fastest: 0.04, slowest: 0.11 };

/** Gives each pod a node that is ready and has no taint, as far as is known by then, once there is a leader. */
export function schedulePods(world: World, leads: number, bound: (pod: PodObject, node: NodeObject) => void): void {
  const { chance, clock } = world;
  world.podCreated.listen((pod) => {
    clock.at(Math.max(clock.now, leads) + chance.between('binding', BINDING.fastest, BINDING.slowest), () => {
      const candidates = world.nodes.filter(({ exists, ready, taints }) => exists && ready === 'True' && taints.size === 0);
      if (candidates.length > 0) {
        const node = candidates[chance.index('node of the next pod', candidates.length)];
        pod.node = node;
        world.tell('kube-scheduler', `binds ${pod.name} to ${node.name}`);
        bound(pod, node);
      }
    });
  });
}
