import * as fc from 'fast-check';
import { FailureModel, Verdict } from '../../src/capacity';
import { BruteForce, type SmallCluster } from './brute-force';
import { contextOf, instance, profile } from './clusters';
import { manifestOf, nodesOf, smallClusters } from './small-clusters';

const RUNS = Number(process.env.CAPACITY_RUNS ?? 400);

function answerTo(cluster: SmallCluster) {
  const manifests = cluster.vms.flatMap((machine) => [manifestOf(machine), instance(machine.name, machine.home)]);
  return new FailureModel(contextOf(profile(nodesOf(cluster)), manifests)).lose({ hosts: cluster.lost });
}

const told = { [Verdict.FITS]: 0, [Verdict.DOES_NOT_FIT]: 0, [Verdict.UNDECIDED]: 0 };

test('random small clusters are decided as by trying everything', () => {
  fc.assert(
    fc.property(smallClusters, (cluster) => {
      const { verdict, placed, left, displaced } = answerTo(cluster);
      const truth = new BruteForce(cluster);
      told[verdict]++;
      if (verdict === Verdict.FITS) {
        expect(truth.canGetStuck(true)).toBe(false);
        expect(placed).toHaveLength(displaced);
      }
      if (verdict === Verdict.DOES_NOT_FIT) {
        expect(truth.canPlace(false)).toBe(false);
        expect(left.length).toBeGreaterThan(0);
      }
      if (verdict === Verdict.UNDECIDED && left.length === 0) {
        expect(truth.canPlace(true)).toBe(true);
      }
    }),
    { numRuns: RUNS, examples: [] },
  );
  expect(told[Verdict.FITS]).toBeGreaterThan(RUNS / 10);
  expect(told[Verdict.DOES_NOT_FIT]).toBeGreaterThan(RUNS / 10);
  expect(told[Verdict.UNDECIDED]).toBeLessThan(RUNS / 2);
  if (process.env.CAPACITY_RUNS !== undefined) {
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
});
