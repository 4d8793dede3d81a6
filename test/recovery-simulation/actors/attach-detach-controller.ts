import type { NodeObject, World } from '../world';
import { OUT_OF_SERVICE } from './taint-eviction-controller';

/** How long it waits for a node that does not unmount, and how often it looks. */
const FORCED_DETACH = 360;
const LOOK = 6;
const LOOK_WHEN_OUT_OF_SERVICE = 1;
/** The longest call of the external attacher. */
const DETACH_CALL = 15;

/** The call that attaches them to the next node: a part of every start. */
const ATTACH_CALL = { fastest: 1, slowest: 10 };
/** The kubelet's waits before it asks for a volume again. */
const FIRST_RETRY = 0.5;
const LONGEST_RETRY = 122;

/** A pod that waits for its volumes. */
interface Waiting {
  readonly node: NodeObject;
  readonly since: number;
  readonly ready: (spent: number) => void;
}

/** Volumes of the VM: which node has them, and when a pod on another one gets them. */
export class AttachDetachController {
  /** When the volumes leave the last node; undefined while it is not known. */
  private freeAt: number | undefined = Number.NEGATIVE_INFINITY;
  /** The node that has them; undefined: that of the first pod. */
  private holder?: NodeObject;
  private waiting?: Waiting;

  constructor(private readonly world: World) {
    if (world.design.vm.storage !== 'ReadWriteOnce') {
      return;
    }
    world.podGone.listen(({ node }) => {
      if (this.waiting !== undefined && this.waiting.node === node) {
        this.waiting = undefined;
      }
      const holds = this.holder === undefined || this.holder === node;
      if (node !== undefined && holds && (node.ready !== 'True' || !node.exists)) {
        this.holder = node;
        this.freeAt = undefined;
        this.release(node);
      }
    });
  }

  /**
   * A pod has a node.
   *
   * @param ready told when all its volumes are there, and how many seconds of the start that has taken: by the kubelet, if it lives
   */
  attach(node: NodeObject, ready: (spent: number) => void): void {
    const { clock } = this.world;
    if (this.freeAt !== undefined && this.freeAt <= clock.now) {
      this.holder = node;
      ready(0);
    } else {
      this.waiting = { node, since: clock.now, ready };
      this.letIn();
    }
  }

  private release(node: NodeObject): void {
    const { chance, clock } = this.world;
    const outOfService = () => node.exists && node.taints.has(OUT_OF_SERVICE);
    if (outOfService()) {
      const look = chance.between('look of attach-detach', 0, LOOK_WHEN_OUT_OF_SERVICE);
      clock.after(look + chance.between('call to detach', 0, DETACH_CALL), () => this.free());
    } else {
      clock.after(FORCED_DETACH + chance.between('look of attach-detach', 0, LOOK), () => this.free());
    }
  }

  private free(): void {
    this.world.tell('attach-detach controller', 'volumes are detached from the lost node');
    this.freeAt = this.world.clock.now;
    this.letIn();
  }

  /** The volumes are attached to the next node; its kubelet notices at its next try. */
  private letIn(): void {
    const { waiting, freeAt } = this;
    if (waiting === undefined || freeAt === undefined) {
      return;
    }
    this.waiting = undefined;
    this.holder = waiting.node;
    const { chance, clock } = this.world;
    const call = chance.between('call to attach', ATTACH_CALL.fastest, ATTACH_CALL.slowest);
    const attachedAt = Math.max(freeAt, waiting.since) + call;
    let retry = waiting.since;
    for (let pause = FIRST_RETRY; retry < attachedAt; pause = Math.min(2 * pause, LONGEST_RETRY)) {
      retry += pause;
    }
    clock.at(retry, () => waiting.ready(call));
  }
}
