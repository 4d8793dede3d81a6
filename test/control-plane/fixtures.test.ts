import { type Disagreement, disagreements } from './agreement';
import { type CelRule, celRules, isBrokenBy } from './cel-rules';
import { describeClusters } from './describe-clusters';
import { EXCEPTIONS, UNBROKEN_EXPRESSIONS } from './exceptions';
import { type FixtureCase, fixtureCases } from './fixture-cases';
import { Tally } from './tally';
import type { Verdict } from './verdict';

const tally = new Tally('fixtures', 'What the API server makes of the objects of all fixtures, and our rules', 'cluster');
const expressions = new Tally('cel', 'Expressions (CEL) of the CustomResourceDefinitions, and rules that find what breaks them', 'kind');
const differences: Disagreement[] = [];
const broken = new Set<CelRule>();
let cases: readonly FixtureCase[];
let rules: readonly CelRule[];

describeClusters(
  'fixtures and a real API server',
  (served, cluster) => {
    test('agree on what is refused, and on the fields', async () => {
      cases ??= fixtureCases();
      rules ??= celRules();
      const mine = cases.filter(({ served: { release, channel } }) => release === served.release && channel === served.channel);
      const row = `KubeVirt ${served.release}, Kubernetes ${served.kubernetes}, Gateway API ${served.channel}`;
      const found = await Promise.all(
        mine.map(async (fixtureCase) => {
          const verdict = await (await cluster()).judge(fixtureCase.manifest);
          tally.add(row, verdict.says);
          for (const rule of brokenIn(fixtureCase, verdict)) {
            broken.add(rule);
          }
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

    test('break every expression of the CustomResourceDefinitions, and our rules find it, or there is a reason', () => {
      const unbroken = rules.filter((rule) => !broken.has(rule));
      const unexplained = unbroken.filter(({ id }) => !UNBROKEN_EXPRESSIONS.some(({ about }) => about.test(id)));
      for (const rule of rules) {
        expressions.add(rule.kind, 'expressions');
        expressions.add(rule.kind, 'broken by a fixture, found by a rule', broken.has(rule) ? 1 : 0);
      }
      expressions.write();
      expect(unexplained.map(({ id }) => id)).toEqual([]);
      expect(UNBROKEN_EXPRESSIONS.filter(({ about }) => !unbroken.some(({ id }) => about.test(id)))).toEqual([]);
    });
  },
);

/** The expressions that an object breaks. That our rules find each place that is refused is what the tests before see to. */
function brokenIn({ manifest }: FixtureCase, verdict: Verdict): CelRule[] {
  return verdict.says === 'refused' ? rules.filter((rule) => verdict.causes.some((cause) => isBrokenBy(rule, manifest, cause))) : [];
}
