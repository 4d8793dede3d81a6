import { join } from 'node:path';
import { BENCH, build, removeBuild } from './build';
import { type Bound, holds, LIMITS, NOISE } from './limits';
import { compare, load, type Measurement, synth } from './measure';
import { addLiterals, appOf } from './synthesize';

/** How often each number of shops is measured: what is short varies more. */
const REPETITIONS = new Map([
  [100, 51],
  [1_000, 51],
  [10_000, 3],
]);
const LOADS = 51;
const COMPARED_SHOPS = 3;

function main(): void {
  build();
  try {
    compareAll();
  } finally {
    removeBuild();
  }
}

function compareAll(): void {
  assertEqualOutput();
  console.log('One shop is a HighlyAvailableVM, a ProbedService and a StickyRoute in one chart; the literals are the same');
  console.log('objects, byte for byte, as bare ApiObjects with literal specs. Medians of several runs side by side, one process a run.\n');
  const ratios = [...REPETITIONS].map(([shops, repetitions]) => compareSynth(shops, repetitions));
  const bounds = [...ratios.flatMap(({ seconds, mebibytes }) => [seconds, mebibytes]), ...growthOf(ratios), compareLoad()];
  const failed = bounds.filter((bound) => !holds(bound));
  printBounds(bounds);
  process.exitCode = failed.length === 0 ? 0 : 1;
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
    seconds: { name: `time, ${shops} shops`, ratio: ratio.seconds, limit: LIMITS.seconds },
    mebibytes: { name: `peak memory, ${shops} shops`, ratio: ratio.mebibytes, limit: LIMITS.mebibytes },
  };
}

/** Constructs must not grow faster than literals. */
function growthOf(ratios: readonly Ratios[]): Bound[] {
  const [first, last] = [ratios[0], ratios[ratios.length - 1]];
  return (['seconds', 'mebibytes'] as const).map((unit) => ({
    name: `growth of the ratio: ${last[unit].name} against ${first[unit].name}`,
    ratio: last[unit].ratio / first[unit].ratio,
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
  return { name: 'time of require', ratio: ratio.seconds, limit: LIMITS.load };
}

let rows = 0;

function printRow(name: string, { seconds, mebibytes }: Measurement): void {
  if (rows++ === 0) {
    console.log('| what | time | peak memory |\n| --- | ---: | ---: |');
  }
  console.log(`| ${name} | ${seconds.toFixed(3)} s | ${mebibytes.toFixed(0)} MiB |`);
}

function printBounds(bounds: readonly Bound[]): void {
  console.log('\n| ratio | measured | limit | |\n| --- | ---: | ---: | --- |');
  for (const bound of bounds) {
    console.log(`| ${bound.name} | ${bound.ratio.toFixed(2)} | ${bound.limit} | ${holds(bound) ? 'ok' : 'FAIL'} |`);
  }
}

main();
