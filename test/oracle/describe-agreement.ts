import { type Comparison, compare } from './agreement';
import { cases, columns, hasOracle, LEFT_OUT, mutations } from './oracle';

/** Cases where we say something else on purpose, and why. */
const DIFFERENT: Readonly<Record<string, string>> = {};

/** What may be left, in shares of all verdicts: misses, false alarms, and errors about another field than KubeVirt names. */
const MOST = { misses: 0.002, falseAlarms: 0.0005, otherFields: 0.02 };

/** Holds our errors against what KubeVirt's own admission code of a release has said of each object. */
export function describeAgreement(release: string): void {
  if (!hasOracle) {
    console.warn(LEFT_OUT);
    test(LEFT_OUT, () => expect(hasOracle).toBe(false));
    return;
  }
  const ofRelease = columns().filter((column) => column.release === release);
  describe.each(ofRelease.map((column) => [column.name, column] as const))('KubeVirt %s', (_name, column) => {
    test('judges each minimal object as we do', () => {
      const compared = compare(cases(), column).filter(({ judged }) => DIFFERENT[judged.id] === undefined);
      expect(compared.length).toBeGreaterThan(0);
      expect(differences(compared)).toEqual([]);
    });

    test('judges objects that were changed at random as we do', () => {
      const compared = compare(mutations(), column);
      const share = (result: string) => compared.filter((comparison) => comparison.result === result).length / compared.length;
      const fields = compared.filter(({ sameField }) => sameField !== undefined);
      const others = fields.filter(({ sameField }) => sameField === false).length / fields.length;
      expect(compared.length).toBeGreaterThan(10_000);
      expect({ share: share('miss') <= MOST.misses, differences: differences(compared) }).toMatchObject({ share: true });
      expect({ share: share('false alarm') <= MOST.falseAlarms, differences: differences(compared) }).toMatchObject({ share: true });
      expect(others).toBeLessThanOrEqual(MOST.otherFields);
    });
  });
}

/** Where we do not agree, in words that lead to it. */
function differences(compared: readonly Comparison[]): string[] {
  return compared
    .filter(({ result }) => result !== 'agreed')
    .map(({ judged, result, verdict, errors }) => {
      const theirs = (verdict.causes ?? []).map(({ field = '', message = '' }) => `${field}: ${message}`);
      return `${result} ${judged.id}: KubeVirt: ${theirs.join('; ') || 'accepted'}; ours: ${errors.map(({ text }) => text).join('; ') || 'nothing'}`;
    });
}
