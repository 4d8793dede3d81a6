import type { World } from '../world';
import type { Instance } from './instance';
import type { VirtController } from './virt-controller';

/** A client of the VM, that goes through its Service: notes since when it is answered, and not. */
export class ServiceWatch {
  private answered = true;
  private since = Number.NEGATIVE_INFINITY;
  private firstStop?: number;
  private readonly settling: number;

  constructor(
    private readonly world: World,
    private readonly controller: VirtController,
  ) {
    const { liveness, readiness } = world.design.vm;
    const longest = Math.max(...[liveness, readiness].map((probe) => (probe?.period ?? 10) + (probe?.timeout ?? 1)));
    this.settling = 2 * longest + 10;
    this.follow(controller.current);
    controller.instanceStarted.listen((instance) => this.follow(instance));
    world.podReadiness.listen(() => this.look());
    world.hostStopped.listen(() => this.look());
    controller.paused.listen(() => this.look());
  }

  /** Looks whether the VM answers; asked for where nobody tells. */
  look(): void {
    const { clock } = this.world;
    const { current } = this.controller;
    const answers = current.guest.serves && !this.controller.isPaused && this.reaches(current);
    if (answers !== this.answered) {
      this.answered = answers;
      this.since = clock.now;
      if (!answers) {
        this.firstStop ??= clock.now;
      }
      this.world.tell('client', answers ? 'is answered' : 'is not answered');
    }
  }

  /** Whether the VM has stopped, serves again, and nothing is under way that could stop it again. */
  get isSettled(): boolean {
    const { clock } = this.world;
    return this.answered && this.firstStop !== undefined && clock.now > this.since + this.settling && !this.controller.current.isEnding;
  }

  /** Seconds in which the VM did not serve; undefined: it does not. */
  get outage(): number | undefined {
    if (this.firstStop === undefined) {
      return 0;
    }
    return this.answered ? this.since - this.firstStop : undefined;
  }

  private follow(instance: Instance): void {
    instance.guest.served.listen(() => instance === this.controller.current && this.look());
    this.look();
  }

  private reaches({ node, pod }: Instance): boolean {
    return node.hostUp && node.connected && (pod.ready || !this.world.design.served);
  }
}
