import { Chance } from './chance';
import type { Design } from './design';
import { type Failure, type Outcome, simulate } from './simulator';

/** Runs of one failure of one design. */
export interface Runs {
  readonly count: number;
  /** That with the longest outage. */
  readonly worst: Outcome;
  /** That with the shortest. */
  readonly shortest: Outcome;
  /** Those that never ended. */
  readonly endless: number;
}

/** As near to the ends of an interval as makes no difference, without events that fall on the same instant. */
const EXTREMES = [0.9995, 0.0005];
/** Where neither end takes longest, the second sweep looks between them. */
const BETWEEN = [0.35, 0.5, 0.65];

/**
 * Runs of a hunt, in which each choice is at an end of its interval or anywhere: for what needs several choices to come together. One that
 * finds what it is for ends there, so that only the rare is hunted for long: a reset that misses a stop by seconds, once in 7,000 runs.
 */
const HUNT = { forLongest: 30, forEndless: 2000 };

/**
 * Random runs first, a hunt, then a search from the worst so far: one choice after another is put to either end of its interval,
 * or between the two, and left there if that takes longer.
 *
 * @param random how many random runs
 * @param sweeps how often each choice is tried
 * @param mayBeEndless a run that never ends is hunted for
 */
export function searchWorst(design: Design, failure: Failure, seed: number, random: number, sweeps: number, mayBeEndless: boolean): Runs {
  const names = new Set<string>();
  let made = new Map<string, number>();
  let worst: Outcome | undefined;
  let shortest: Outcome | undefined;
  let count = 0;
  let endless = 0;
  const attempt = (runSeed: number, choices: Map<string, number>) => {
    const chance = new Chance(runSeed, choices);
    const outcome = simulate(design, failure, chance);
    for (const name of chance.asked) {
      names.add(name);
    }
    count++;
    endless += outcome.outage === undefined ? 1 : 0;
    if (shortest === undefined || lasts(outcome) < lasts(shortest)) {
      shortest = outcome;
    }
    if (worst === undefined || lasts(outcome) > lasts(worst)) {
      worst = outcome;
      made = choices;
    }
  };
  for (let run = 0; run < random; run++) {
    attempt(seed + run, new Map());
  }
  for (const share of EXTREMES) {
    attempt(seed, new Map([...names].map((name) => [name, share])));
  }
  const dice = new Chance(seed);
  const hunt = mayBeEndless ? HUNT.forEndless : HUNT.forLongest;
  for (let run = 0; run < hunt && endless === 0; run++) {
    attempt(seed + run, new Map([...names].map((name) => [name, thrown(dice)])));
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const name of names) {
      for (const share of sweep === 0 ? EXTREMES : BETWEEN) {
        if (endless === 0) {
          attempt(seed, new Map([...made, [name, share]]));
        }
      }
    }
  }
  return { count, worst: worst as Outcome, shortest: shortest as Outcome, endless };
}

function thrown(dice: Chance): number {
  return [...EXTREMES, dice.between('share', 0, 1)][dice.index('end', EXTREMES.length + 1)];
}

function lasts({ outage }: Outcome): number {
  return outage ?? Number.POSITIVE_INFINITY;
}
