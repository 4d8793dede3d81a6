import * as fc from 'fast-check';
import { Comparison } from './comparison';
import { designs } from './random-designs';

/** Two for each failure class by themselves, 10,000 in `npm run test:properties`. */
const DESIGNS = Number(process.env.SIMULATED_DESIGNS ?? 24);
const SEED = Number(process.env.SIMULATION_SEED ?? 1);
const CHUNK = 250;
/** A bound that no run comes near to frightens for nothing. */
const NEAR = 2 / 3;
/** In a few designs the worst run needs more to come together than the search finds. */
const NOT_FOUND = 0.02;

const comparison = new Comparison({ random: 3, sweeps: 2 });
const drawn = fc.sample(designs, { numRuns: DESIGNS, seed: SEED });
const chunks = Array.from({ length: Math.ceil(DESIGNS / CHUNK) }, (_, index) => index * CHUNK);

test.each(chunks)('no run leaves what the model says: designs from %d on', (from) => {
  const { differences } = comparison;
  const before = differences.length;
  drawn.slice(from, from + CHUNK).forEach((design, index) => {
    comparison.compare(design, from + index);
  });
  expect(differences.slice(before, before + 3)).toEqual([]);
});

test.each([...comparison.results.keys()])('the worst run is near to the bound: %s', (failure) => {
  const { searched } = comparison.results.get(failure) ?? { searched: [] };
  const far = searched.filter(({ worst, bound }) => worst < NEAR * bound);
  expect(far.slice(Math.floor(NOT_FOUND * searched.length))).toEqual([]);
});

afterAll(() => {
  process.stdout.write(`${DESIGNS} designs\n${comparison.table()}\n`);
});
