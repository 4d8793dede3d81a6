import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BENCH } from './build';
import type { Variant } from './synthesize';

/** What one process needed. */
export interface Measurement {
  readonly seconds: number;
  readonly mebibytes: number;
}

/**
 * Runs each program so many times, turn by turn, and takes the best run of each: whatever else the machine does can only
 * make a run slower, so that the best one says most about the program.
 */
export function bestOf(programs: readonly (() => Measurement)[], repetitions: number): Measurement[] {
  const runs = programs.map((): Measurement[] => []);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const [index, program] of programs.entries()) {
      runs[index].push(program());
    }
  }
  return runs.map((measurements) => ({
    seconds: Math.min(...measurements.map(({ seconds }) => seconds)),
    mebibytes: Math.min(...measurements.map(({ mebibytes }) => mebibytes)),
  }));
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
