import { join } from 'node:path';
import { compareAudit } from './audit';
import { BENCH, build, removeBuild } from './build';
import { measureCharts } from './charts';
import { measureFailures } from './failures';
import { type Bound, holds, LIMITS, NOISE, SECONDS } from './limits';
import { compare, load, synth } from './measure';
import { addLiterals, appOf } from './synthesize';
import { beginTable, printBounds, printRow } from './table';

/** How often each number of shops is measured: what is short varies more. */
const REPETITIONS = new Map([
  [100, 31],
  [1_000, 31],
  [10_000, 3],
]);
const LOADS = 31;
const COMPARED_SHOPS = 3;

/** What is compared: all of it, or the parts that are named. */
const PARTS: Readonly<Record<string, () => Bound[]>> = {
  constructs: compareConstructs,
  charts: measureCharts,
  audit: compareAudit,
  failures: measureFailures,
};

function main(names: readonly string[]): void {
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    throw new Error(`there is no part ${unknown.join(', ')}: name some of ${Object.keys(PARTS).join(', ')}`);
  }
  build();
  try {
    const bounds = (names.length === 0 ? Object.keys(PARTS) : names).flatMap((name) => PARTS[name]());
    printBounds(bounds);
    process.exitCode = bounds.every(holds) ? 0 : 1;
  } finally {
    removeBuild();
  }
}

function compareConstructs(): Bound[] {
  assertEqualOutput();
  beginTable(
    'One shop is a HighlyAvailableVM, a ProbedService and a StickyRoute in one chart; the literals are the same\n' +
      'objects, byte for byte, as bare ApiObjects with literal specs. Medians of several runs side by side, one process a run.',
  );
  const ratios = [...REPETITIONS].map(([shops, repetitions]) => compareSynth(shops, repetitions));
  return [...ratios.flatMap(({ seconds, mebibytes }) => [seconds, mebibytes]), ...growthOf(ratios), compareLoad()];
}

/** Both variants have to write the same, or the comparison is of different work. */
function assertEqualOutput(): void {
  const { addConstructs } = require(join(BENCH, 'scenario.js'));
  const { objectsOf } = require(join(BENCH, 'objects.js'));
  const [constructs, literals] = [addConstructs, addLiterals(objectsOf)].map((add) => appOf(COMPARED_SHOPS, add).synthYaml());
  if (constructs !== literals) {
    throw new Error('constructs and literals write different objects');
  }
}

interface Ratios {
  readonly seconds: Bound;
  readonly mebibytes: Bound;
}

function compareSynth(shops: number, repetitions: number): Ratios {
  const { first, second, ratio } = compare(
    () => synth('constructs', shops),
    () => synth('literals', shops),
    repetitions,
  );
  printRow(`${shops} shops, constructs`, first);
  printRow(`${shops} shops, literals`, second);
  return {
    seconds: { name: `time, ${shops} shops`, measured: ratio.seconds, limit: SECONDS.get(shops) as number },
    mebibytes: { name: `peak memory, ${shops} shops`, measured: ratio.mebibytes, limit: LIMITS.mebibytes },
  };
}

/** Constructs must not grow faster than literals. */
function growthOf(ratios: readonly Ratios[]): Bound[] {
  const [first, last] = [ratios[0], ratios[ratios.length - 1]];
  return (['seconds', 'mebibytes'] as const).map((unit) => ({
    name: `growth of the ratio: ${last[unit].name} against ${first[unit].name}`,
    measured: last[unit].measured / first[unit].measured,
    limit: NOISE,
  }));
}

function compareLoad(): Bound {
  const { first, second, ratio } = compare(
    () => load('cdk8s-kubevirt'),
    () => load('cdk8s-plus-27'),
    LOADS,
  );
  printRow('require cdk8s-kubevirt', first);
  printRow('require cdk8s-plus-27', second);
  return { name: 'time of require', measured: ratio.seconds, limit: LIMITS.load };
}

main(process.argv.slice(2));
