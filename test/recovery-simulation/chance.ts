/**
 * What a run leaves to chance: phases of clocks, and latencies within their intervals. Each choice is a share of an interval and has
 * a name, so that a search for the worst run can make it, and leave the others to the seed.
 */
export class Chance {
  /** Names of the choices that a run has asked for. */
  readonly asked = new Set<string>();
  private state: number;

  /**
   * @param seed of the choices that are not made
   * @param made shares between 0 and 1 by the name of the choice; each time that it is asked for
   */
  constructor(
    seed: number,
    private readonly made: ReadonlyMap<string, number> = new Map(),
  ) {
    this.state = seed >>> 0;
  }

  /** A value between two bounds. */
  between(name: string, low: number, high: number): number {
    return low + this.share(name) * (high - low);
  }

  /** Whether something happens that does so with a probability. */
  happens(name: string, probability: number): boolean {
    return this.share(name) >= 1 - probability;
  }

  /** A whole number from 0 to one less than a count. */
  index(name: string, count: number): number {
    return Math.min(count - 1, Math.floor(this.share(name) * count));
  }

  private share(name: string): number {
    this.asked.add(name);
    return this.made.get(name) ?? this.random();
  }

  /** mulberry32: small, and good enough for phases. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
