import type { NodeObject, PodObject, World } from '../world';
import { Calls, UNREACHABLE } from './node-lifecycle-controller';

export const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';

const REACTION = { fastest: 0.01, slowest: 0.29 };
const CALLS_PER_EVICTION = 3;
const DEFAULT_TOLERATION = 300;
/** What OpenShift's profiles for slow nodes make of it. */
const TOLERATION_OF_SLOW_NODES = 60;

/** Deletes the pods of tainted nodes when their tolerations have run out. */
export class TaintEvictionController {
  private readonly calls: Calls;
  /** Nodes whose pods are on their way. */
  private readonly evicted = new Set<NodeObject>();

  constructor(
    private readonly world: World,
    private readonly podOn: (node: NodeObject) => PodObject | undefined,
  ) {
    this.calls = new Calls(world);
    world.nodeTainted.listen((node) => {
      if (node.taints.has(OUT_OF_SERVICE)) {
        this.evict(node, OUT_OF_SERVICE, world.design.vm.toleration === 'everything' ? undefined : 0);
      } else if (node.taints.has(UNREACHABLE)) {
        this.evict(node, UNREACHABLE, this.toleratedFor());
      }
    });
  }

  private evict(node: NodeObject, taint: string, tolerated: number | undefined): void {
    const { chance, clock, podsOnNode } = this.world;
    const pod = this.podOn(node);
    if (tolerated === undefined || this.evicted.has(node)) {
      return;
    }
    const place = chance.between('place among the evictions', 1, podsOnNode);
    const reaction = chance.between('reaction to a taint', REACTION.fastest, REACTION.slowest);
    // The others of the node tolerate as much.
    clock.after(tolerated, () => {
      if (!node.taints.has(taint) || this.evicted.has(node)) {
        return;
      }
      this.evicted.add(node);
      const wait = this.calls.ask(CALLS_PER_EVICTION * podsOnNode, CALLS_PER_EVICTION * place);
      clock.after(wait + reaction, () => {
        if (node.taints.has(taint) && pod?.exists && pod.deletedAt === undefined) {
          this.world.tell('kube-controller-manager', `evicts ${pod.name}`);
          this.world.markDeleted(pod);
        }
      });
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
