import type { ProbeDesign } from '../design';
import type { NodeObject, World } from '../world';
import type { Guest } from './guest';

/** KubeVirt adds it to each initial delay, and a second to the timeout of probes that go through the guest agent. */
const LIBVIRT_STARTUP_DELAY = 10;
const AGENT_TIMEOUT_RESERVE = 1;
export const DEFAULT_PERIOD = 10;
const SLOWEST_SUCCESS = 0.05;

/**
 * The kubelet's worker for the liveness probe of one container: a ticker that holds one tick back while a probe takes longer than the
 * period, counts failures in a row, and is done when there are enough.
 */
export class LivenessProber {
  private readonly period: number;
  private readonly timeout: number;
  private readonly delay: number;
  private readonly threshold: number;
  private failures = 0;
  private stopped = false;

  /**
   * @param started when the container started
   * @param firstTick the tick that the others are counted from
   * @param onFailure kills the container
   */
  constructor(
    private readonly world: World,
    private readonly node: NodeObject,
    private readonly guest: Guest,
    private readonly design: ProbeDesign,
    private readonly started: number,
    private readonly firstTick: number,
    private readonly onFailure: () => void,
  ) {
    const agent = design.handler === 'exec' || design.handler === 'guestAgentPing';
    this.period = design.period ?? DEFAULT_PERIOD;
    this.timeout = (design.timeout ?? 1) + (agent ? AGENT_TIMEOUT_RESERVE : 0);
    this.delay = (design.initialDelay ?? 0) + LIBVIRT_STARTUP_DELAY;
    this.threshold = design.failureThreshold ?? 3;
    this.schedule(Math.max(0, Math.ceil((world.clock.now - firstTick) / this.period)));
  }

  stop(): void {
    this.stopped = true;
  }

  private schedule(tick: number): void {
    this.world.clock.at(this.firstTick + tick * this.period, () => this.probe(tick), true);
  }

  private probe(tick: number): void {
    const { clock, chance } = this.world;
    if (this.stopped || !this.node.kubeletUp || !this.node.hostUp) {
      return;
    }
    if (Math.floor(clock.now - this.started) < this.delay) {
      this.schedule(tick + 1);
      return;
    }
    const passes = this.design.handler === 'guestAgentPing' ? this.guest.agentAnswers : this.guest.serves;
    const refused = !passes && this.guest.refusesConnections;
    const takes = passes
      ? chance.between('probe that passes', 0, Math.min(SLOWEST_SUCCESS, this.timeout))
      : chance.between('probe that fails', refused ? 0 : this.timeout, this.timeout);
    clock.after(takes, () => this.take(passes, tick), true);
  }

  private take(passes: boolean, tick: number): void {
    if (this.stopped) {
      return;
    }
    this.failures = passes ? 0 : this.failures + 1;
    if (this.failures >= this.threshold) {
      this.world.tell('kubelet', `liveness probe has failed ${this.failures} times`);
      this.stopped = true;
      this.onFailure();
      return;
    }
    const passed = Math.floor((this.world.clock.now - this.firstTick) / this.period);
    if (passed > tick) {
      this.probe(passed);
    } else {
      this.schedule(tick + 1);
    }
  }
}
