import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BENCH, REPOSITORY } from './build';
import type { Variant } from './synthesize';

/** What one process needed. */
export interface Measurement {
  readonly seconds: number;
  /** NaN: nobody asked. */
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

/** One synth of so many shops in so many charts. */
export function synth(variant: Variant, shops: number, charts = 1): Measurement {
  return node([join(BENCH, 'child.js'), variant, String(shops), String(charts)]);
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

/** Seconds of CPU of what is reckoned of failures. */
export interface FailureSeconds {
  readonly recovery: number;
  readonly oneHost: number;
  readonly twoHosts: number;
  readonly reports: number;
}

/** What is reckoned of failures, once. */
export function failures(): FailureSeconds {
  return node([join(BENCH, 'failures-child.js')]);
}

/** One call of the command that finds nothing, from the start of the process to its end. */
export function audit(path: string): Measurement {
  const args = ['--require', join(BENCH, 'peak-memory.js'), join(REPOSITORY, 'lib/cli.js'), 'audit', path, '--no-config'];
  return run(process.execPath, args, [0]);
}

/** One run of a program, from the start of the process to its end; what `peak-memory.ts` prints tells of its memory. */
export function run(program: string, args: readonly string[], statuses: readonly number[]): Measurement {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { env: ownEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (status === null || !statuses.includes(status)) {
    throw new Error(`${program} ${args[0]} ended with ${status}: ${stderr}`);
  }
  return { seconds, mebibytes: Number(/^peak memory: (\d+) KiB$/m.exec(stderr)?.[1]) / 1024 };
}

function node<Result>(args: readonly string[]): Result {
  const env = ownEnvironment();
  return JSON.parse(execFileSync(process.execPath, args, { cwd: BENCH, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'inherit'] }));
}

/** A loader in NODE_OPTIONS would be measured with the program. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ...env } = process.env;
  return env;
}
