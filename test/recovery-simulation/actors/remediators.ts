import type { FenceAgentsRemediationDesign, RemediationStrategy, SelfNodeRemediationDesign } from '../design';
import type { NodeObject, PodObject, World } from '../world';
import { OUT_OF_SERVICE } from './taint-eviction-controller';

/** Fences one node, and frees its pods. */
export interface Remediator {
  /**
   * @param isStopped whether the health check has gone on to another step
   * @param failed told when it gives up
   */
  remediate(node: NodeObject, isStopped: () => boolean, failed: () => void): void;
}

const RECONCILE = 1;
const FIRST_RELEASE_WITH_OUT_OF_SERVICE = 28;

/** Frees the pods of a node that is certain not to run them. */
class Workloads {
  constructor(
    private readonly world: World,
    private readonly podOn: (node: NodeObject) => PodObject | undefined,
  ) {}

  free(node: NodeObject, strategy: RemediationStrategy): void {
    const { world } = this;
    if (strategy === 'OutOfServiceTaint') {
      world.tell('remediation', `taints ${node.name} out of service`);
      world.taint(node, OUT_OF_SERVICE);
      return;
    }
    world.clock.after(world.chance.between('deletion of pods', 0, RECONCILE), () => {
      const pod = this.podOn(node);
      if (pod !== undefined) {
        world.tell('remediation', `deletes ${pod.name}`);
        world.removePod(pod);
      }
    });
  }
}

const SELF_NODE_REMEDIATION = {
  apiCheckInterval: 15,
  apiServerTimeout: 5,
  maxApiErrorThreshold: 3,
  peerDialTimeout: 5,
  peerRequestTimeout: 7,
};
const PEERS = { first: 3, laterShare: 10 };
const PEER_REQUEST_RESERVE = 2;
const SHORTEST_PEER_ROUND = 30;
const WATCHDOG = 60;
const REBOOT_RESERVE = 30;

/** Waits until the node has certainly rebooted itself. */
export class SelfNodeRemediator implements Remediator {
  private readonly workloads: Workloads;

  constructor(
    private readonly world: World,
    private readonly design: SelfNodeRemediationDesign,
    podOn: (node: NodeObject) => PodObject | undefined,
  ) {
    this.workloads = new Workloads(world, podOn);
  }

  remediate(node: NodeObject, isStopped: () => boolean): void {
    const { chance, clock, design } = this.world;
    const isNew = design.cluster.kubernetes >= FIRST_RELEASE_WITH_OUT_OF_SERVICE;
    const automatic = isNew ? 'OutOfServiceTaint' : 'ResourceDeletion';
    const strategy = this.design.strategy === 'Automatic' ? automatic : this.design.strategy;
    this.world.tell('self node remediation', `waits ${this.safeTime()} s for ${node.name}`);
    clock.after(chance.between('watchdog of the node', 1, WATCHDOG), () => {
      if (node.hostUp) {
        this.world.tell('self node remediation', `${node.name} resets itself`);
        this.world.stopHost(node);
      }
    });
    clock.after(chance.between('reboot assumed', 0, RECONCILE) + this.safeTime(), () => {
      if (!isStopped()) {
        this.workloads.free(node, strategy);
      }
    });
  }

  private safeTime(): number {
    const set = Object.entries(this.design.config).filter(([, value]) => value !== undefined);
    const config = { ...SELF_NODE_REMEDIATION, safeTime: 0, ...Object.fromEntries(set) };
    const untilPeersAreAsked = (config.apiCheckInterval + config.apiServerTimeout) * config.maxApiErrorThreshold;
    const answer = Math.max(config.peerRequestTimeout, config.apiServerTimeout + PEER_REQUEST_RESERVE);
    const asking = peerRounds(this.world.nodes.length) * (config.peerDialTimeout + answer);
    const calculated = untilPeersAreAsked + Math.max(SHORTEST_PEER_ROUND, asking) + WATCHDOG + REBOOT_RESERVE;
    return Math.max(calculated, config.safeTime);
  }
}

/** Three peers are asked first, then a tenth of the others at a time, three at least. */
function peerRounds(workers: number): number {
  let left = workers - PEERS.first;
  const batch = Math.max(PEERS.first, Math.floor(left / PEERS.laterShare));
  let rounds = 1;
  for (; left > 0; left -= batch) {
    rounds++;
  }
  return rounds;
}

const FENCE_AGENTS = { retryCount: 5, retryInterval: 5, timeout: 60 };
const FASTEST_FENCING = 5;
const ATTEMPT_FAILS = 0.3;

/** Of those that another step follows: the bound of the last takes its success for granted. */
const ALL_ATTEMPTS_FAIL = 0.2;

const OFF_UNSEEN = 0.5;

/** What becomes of a command to a management controller: whether it is done, and whether that is told in time. */
interface ManagementController {
  readonly obeys: boolean;
  readonly answers: boolean;
}

/** Switches the host off through its management controller. */
export class FenceAgentsRemediator implements Remediator {
  private readonly workloads: Workloads;
  private readonly fails: boolean;

  constructor(
    private readonly world: World,
    private readonly design: FenceAgentsRemediationDesign,
    podOn: (node: NodeObject) => PodObject | undefined,
    mayFail: boolean,
  ) {
    this.workloads = new Workloads(world, podOn);
    this.fails = mayFail && world.chance.happens('all attempts of the fence agent fail', ALL_ATTEMPTS_FAIL);
  }

  remediate(node: NodeObject, isStopped: () => boolean, failed: () => void): void {
    const { retryCount = FENCE_AGENTS.retryCount, bmcPower } = this.design;
    const hasPower = node.powered || bmcPower !== 'shared';
    const obeys = hasPower && (!this.fails || this.world.chance.happens('the host is off although all attempts fail', OFF_UNSEEN));
    this.attempt(node, { obeys, answers: hasPower && !this.fails }, retryCount, isStopped, failed);
  }

  private attempt(node: NodeObject, controller: ManagementController, left: number, isStopped: () => boolean, failed: () => void): void {
    const { chance, clock } = this.world;
    const { retryInterval = FENCE_AGENTS.retryInterval, timeout = FENCE_AGENTS.timeout } = this.design;
    const fails = !controller.answers || (left > 1 && chance.happens('attempt of the fence agent fails', ATTEMPT_FAILS));
    const takes = chance.between('attempt of the fence agent', Math.min(FASTEST_FENCING, timeout), timeout);
    if (controller.obeys) {
      // The command comes first, and what takes long is to wait for the answer: an attempt that fails may have switched it off.
      clock.after(chance.between('power off within the attempt', 0, takes), () => node.hostUp && this.world.stopHost(node));
    }
    clock.after(takes, () => {
      if (isStopped()) {
        return;
      }
      if (!fails) {
        this.world.tell('fence agent', `${node.name} is off`);
        this.workloads.free(node, this.design.strategy ?? 'ResourceDeletion');
      } else if (left > 1) {
        clock.after(retryInterval, () => this.attempt(node, controller, left - 1, isStopped, failed));
      } else {
        this.world.tell('fence agent', `gives up ${node.name}`);
        failed();
      }
    });
  }
}
