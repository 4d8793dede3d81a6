import type { Timer } from '../clock';
import type { ProbeDesign } from '../design';
import type { NodeObject, World } from '../world';
import type { Guest } from './guest';

/** KubeVirt adds it to each initial delay, and a second to the timeout of probes that go through the guest agent. */
const LIBVIRT_STARTUP_DELAY = 10;
const AGENT_TIMEOUT_RESERVE = 1;
const DEFAULT_PERIOD = 10;
const SLOWEST_SUCCESS = 0.05;

/**
 * The kubelet's worker for a probe of one container: a ticker that holds one tick back while a probe takes longer than the period, and
 * counts the same results in a row.
 */
export class Prober {
  private readonly period: number;
  private readonly timeout: number;
  private readonly delay: number;
  private passes = false;
  private row = 0;
  private stopped = false;
  /** The end of the probe that is under way, and the tick that it began at. */
  private answer?: Timer;
  private tick = 0;

  /**
   * @param name of the probe
   * @param started when the container started
   * @param sinceTick seconds since the last tick
   * @param told each result, and how often it has come in a row
   */
  constructor(
    private readonly world: World,
    private readonly node: NodeObject,
    private readonly guest: Guest,
    private readonly name: string,
    private readonly design: ProbeDesign,
    private readonly started: number,
    sinceTick: number,
    private readonly told: (passes: boolean, row: number) => void,
  ) {
    const agent = design.handler === 'exec' || design.handler === 'guestAgentPing';
    this.period = periodOf(design);
    this.timeout = (design.timeout ?? 1) + (agent ? AGENT_TIMEOUT_RESERVE : 0);
    this.delay = (design.initialDelay ?? 0) + LIBVIRT_STARTUP_DELAY;
    guest.reset.listen(() => this.refuse());
    this.schedule(world.clock.now - sinceTick + this.period);
  }

  stop(): void {
    this.stopped = true;
  }

  private schedule(tick: number): void {
    this.world.clock.at(tick, () => this.probe(tick), true);
  }

  private probe(tick: number): void {
    const { clock, chance } = this.world;
    if (this.stopped || !this.node.kubeletUp || !this.node.hostUp) {
      return;
    }
    if (Math.floor(clock.now - this.started) < this.delay) {
      this.schedule(tick + this.period);
      return;
    }
    const passes = this.design.handler === 'guestAgentPing' ? this.guest.agentAnswers : this.guest.serves;
    const refused = !passes && this.guest.refusesConnections;
    const takes = passes
      ? chance.between(`${this.name} that passes`, 0, Math.min(SLOWEST_SUCCESS, this.timeout))
      : chance.between(`${this.name} that fails`, refused ? 0 : this.timeout, this.timeout);
    this.answer = clock.after(takes, () => this.take(passes, tick), true);
    this.tick = tick;
  }

  /** A probe that got no answer may be refused now: the kernel of the guest is there again. */
  private refuse(): void {
    const { answer, tick } = this;
    const { clock, chance } = this.world;
    if (answer !== undefined && !this.stopped) {
      answer.cancel();
      this.answer = clock.at(chance.between(`${this.name} that is refused`, clock.now, answer.at), () => this.take(false, tick), true);
    }
  }

  private take(passes: boolean, tick: number): void {
    this.answer = undefined;
    if (this.stopped) {
      return;
    }
    this.row = passes === this.passes ? this.row + 1 : 1;
    this.passes = passes;
    this.told(passes, this.row);
    const behind = Math.floor((this.world.clock.now - tick) / this.period);
    if (behind > 0) {
      this.probe(tick + behind * this.period);
    } else {
      this.schedule(tick + this.period);
    }
  }
}

/** The longest until a probe has failed often enough, from the start of its container on. */
export function longestRow(design: ProbeDesign): number {
  const { initialDelay = 0, timeout = 1 } = design;
  return initialDelay + LIBVIRT_STARTUP_DELAY + (failureThresholdOf(design) + 1) * (periodOf(design) + timeout + AGENT_TIMEOUT_RESERVE);
}

export function periodOf({ period = DEFAULT_PERIOD }: ProbeDesign): number {
  return period;
}

export function failureThresholdOf({ failureThreshold = 3 }: ProbeDesign): number {
  return failureThreshold;
}
