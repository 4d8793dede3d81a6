import { type Disagreement, disagreements } from './agreement';
import { describeClusters } from './describe-clusters';
import { EXCEPTIONS } from './exceptions';
import { type FixtureCase, fixtureCases } from './fixture-cases';
import { Tally } from './tally';

const tally = new Tally('fixtures');
const differences: Disagreement[] = [];
let cases: readonly FixtureCase[];

describeClusters(
  'fixtures and a real API server',
  (served, cluster) => {
    test('agree on what is refused, and on the fields', async () => {
      cases ??= fixtureCases();
      const mine = cases.filter(({ served: { release, channel } }) => release === served.release && channel === served.channel);
      const row = `KubeVirt ${served.release}, Gateway API ${served.channel}`;
      const found = await Promise.all(
        mine.map(async (fixtureCase) => {
          const verdict = await (await cluster()).judge(fixtureCase.manifest);
          tally.add(row, verdict.says);
          return disagreements(fixtureCase, verdict);
        }),
      );
      differences.push(...found.flat());
      const unexplained = found.flat().filter(({ about }) => !EXCEPTIONS.some((exception) => exception.about.test(about)));
      tally.add(row, 'different', unexplained.length);
      tally.add(row, 'exceptions', found.flat().length - unexplained.length);
      expect(unexplained).toEqual([]);
    });
  },
  () => {
    test('differ in every exception: else it is no longer needed', () => {
      tally.write();
      expect(EXCEPTIONS.filter(({ about }) => !differences.some((difference) => about.test(difference.about)))).toEqual([]);
    });
  },
);
