import type { NodeObject, PodObject, World } from '../world';
import { callsTake, UNREACHABLE } from './node-lifecycle-controller';

export const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';

const REACTION = { fastest: 0.01, slowest: 0.29 };
const CALLS_PER_EVICTION = 3;
const DEFAULT_TOLERATION = 300;
/** What OpenShift's profiles for slow nodes make of it. */
const TOLERATION_OF_SLOW_NODES = 60;

/** Deletes the pods of tainted nodes when their tolerations have run out. */
export class TaintEvictionController {
  constructor(
    private readonly world: World,
    private readonly podOn: (node: NodeObject) => PodObject | undefined,
  ) {
    world.nodeTainted.listen((node) => {
      if (node.taints.has(OUT_OF_SERVICE)) {
        this.evict(node, OUT_OF_SERVICE, world.design.vm.toleration === 'everything' ? undefined : 0);
      } else if (node.taints.has(UNREACHABLE)) {
        this.evict(node, UNREACHABLE, this.toleratedFor());
      }
    });
  }

  private evict(node: NodeObject, taint: string, tolerated: number | undefined): void {
    const { chance, clock } = this.world;
    const pod = this.podOn(node);
    if (pod === undefined || tolerated === undefined) {
      return;
    }
    const place = chance.between('place among the evictions', 1, this.world.podsOnNode);
    const reaction = chance.between('reaction to a taint', REACTION.fastest, REACTION.slowest);
    clock.after(tolerated + callsTake(this.world, CALLS_PER_EVICTION * place) + reaction, () => {
      if (node.taints.has(taint) && pod.deletedAt === undefined) {
        this.world.tell('kube-controller-manager', `evicts ${pod.name}`);
        this.world.markDeleted(pod);
      }
    });
  }

  private toleratedFor(): number | undefined {
    const { vm, cluster } = this.world.design;
    if (typeof vm.toleration === 'object') {
      return vm.toleration.seconds;
    }
    if (vm.toleration !== 'default') {
      return undefined;
    }
    return cluster.latencyProfile === 'MediumUpdateAverageReaction' || cluster.latencyProfile === 'LowUpdateSlowReaction'
      ? TOLERATION_OF_SLOW_NODES
      : DEFAULT_TOLERATION;
  }
}
