/** A ratio or an amount that was measured, and the largest that is accepted. */
export interface Bound {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
}

/** Times of constructs to those of literals, at each number of shops in one chart. */
export const SECONDS = new Map([
  [100, 1],
  [1_000, 0.9],
  [10_000, 0.6],
]);

/** Memory of constructs to that of literals, and the time of loading this package to that of loading cdk8s-plus-27. */
export const LIMITS = { mebibytes: 1.2, load: 1.3 };

/** Of 4,000 charts the time to that of literals, and the exponent with which time grows with the number of charts. */
export const CHARTS = { seconds: 1 / 20, exponent: 1.1 };

/** A ratio may be this much larger at the largest number of shops than at the smallest: two runs differ as much. */
export const NOISE = 1.15;

/** What an audit of few files and of many may need; how it compares with others is in `checkers.ts`. */
export const AUDIT = { seconds: 0.6, mebibytes: 600 };

/**
 * Seconds of CPU that it may take to say what happens when each host and each zone is lost, and each pair of hosts as well, and how long
 * VMs are down of which each misses its objective; and how many times a synth the first may take, whose files are quickly written.
 */
export const FAILURES = { oneHost: 2, twoHosts: 10, allMissed: 3, toSynth: 3 };

export function holds({ measured, limit }: Bound): boolean {
  return measured <= limit;
}
