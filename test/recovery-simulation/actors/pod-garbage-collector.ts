import type { NodeObject, PodObject, World } from '../world';
import { Calls } from './node-lifecycle-controller';
import { OUT_OF_SERVICE } from './taint-eviction-controller';

const PERIOD = 20;
const QUARANTINE = 40;
const RACE = 0.001;
const PASS = { fastest: 0.05, slowest: 1.5 };
const CALLS_PER_POD = 2;

/** Removes the objects of pods: terminating ones of nodes that are out of service, and those whose node is no more. */
export function collectPods(world: World, podOn: (node: NodeObject) => PodObject | undefined): void {
  const { chance, clock } = world;
  const quarantinedAt = new Map<NodeObject, number>();
  const budget = new Calls(world);
  const collected = new Set<NodeObject>();
  // Two passes later the timer of the quarantine and that of the pass end at the same moment: one of them is first.
  const isQuarantined = (node: NodeObject) => {
    const since = quarantinedAt.get(node) ?? clock.now;
    quarantinedAt.set(node, since);
    const late = chance.between('end of a quarantine, from the pass', -RACE, RACE);
    return clock.now < since + QUARANTINE + late;
  };
  const isForfeit = (node: NodeObject, pod: PodObject | undefined) =>
    node.exists
      ? node.taints.has(OUT_OF_SERVICE) && node.ready !== 'True' && (pod === undefined || pod.deletedAt !== undefined)
      : !isQuarantined(node);
  clock.every(
    chance.between('phase of the pod garbage collector', 0, PERIOD),
    () => PERIOD,
    () => {
      for (const node of world.nodes) {
        const pod = podOn(node);
        if (collected.has(node) || !isForfeit(node, pod)) {
          continue;
        }
        const place = CALLS_PER_POD * chance.between('place among the collected', 1, world.podsOnNode);
        // The others of the node are collected with it, and those of other nodes before.
        const wait = budget.ask(CALLS_PER_POD * world.podsOnNode, place);
        collected.add(node);
        if (pod?.exists) {
          const takes = chance.between('pass of the pod garbage collector', PASS.fastest, PASS.slowest);
          clock.after(Math.max(takes, wait), () => {
            world.tell('pod garbage collector', `removes ${pod.name}`);
            world.removePod(pod);
          });
        }
      }
    },
  );
}
