import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BENCH } from './build';
import type { Variant } from './synthesize';

/** What one process needed. */
export interface Measurement {
  readonly seconds: number;
  readonly mebibytes: number;
}

/** Two programs side by side: the median of each, and of how much more the first one needs. */
export interface Comparison {
  readonly first: Measurement;
  readonly second: Measurement;
  /** First to second. */
  readonly ratio: Measurement;
}

/**
 * Runs two programs so many times, turn by turn, and compares each run with its neighbour: how fast a machine is changes
 * from minute to minute, and much less from one run to the next.
 */
export function compare(first: () => Measurement, second: () => Measurement, repetitions: number): Comparison {
  const pairs = Array.from({ length: repetitions }, () => ({ first: first(), second: second() }));
  return {
    first: medians(pairs.map((pair) => pair.first)),
    second: medians(pairs.map((pair) => pair.second)),
    ratio: medians(
      pairs.map((pair) => ({
        seconds: pair.first.seconds / pair.second.seconds,
        mebibytes: pair.first.mebibytes / pair.second.mebibytes,
      })),
    ),
  };
}

function medians(measurements: readonly Measurement[]): Measurement {
  return {
    seconds: median(measurements.map(({ seconds }) => seconds)),
    mebibytes: median(measurements.map(({ mebibytes }) => mebibytes)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One synth of so many shops. */
export function synth(variant: Variant, shops: number): Measurement {
  return node([join(BENCH, 'child.js'), variant, String(shops)]);
}

/** One `require` of a package. */
export function load(name: string): Measurement {
  const program = `
    const start = performance.now();
    require(${JSON.stringify(name)});
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ seconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
  `;
  return node(['-e', program]);
}

function node(args: readonly string[]): Measurement {
  // The environment is our own: a loader in NODE_OPTIONS would be measured with the program.
  const { NODE_OPTIONS, ...env } = process.env;
  return JSON.parse(execFileSync(process.execPath, args, { cwd: BENCH, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'inherit'] }));
}
