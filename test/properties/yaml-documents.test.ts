import * as fc from 'fast-check';
import { fixtureFolders, fixturesOf } from '../audit/fixture';
import { anyDocument, bothOf } from '../synth/documents';
import { RUNS } from './runs';

test('any document is written as cdk8s writes it', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const [ours, theirs] = bothOf(document);
      expect(ours).toBe(theirs);
    }),
    { numRuns: 50 * RUNS },
  );
});

test('the manifests of all fixtures are written as cdk8s writes them', () => {
  const fixtures = fixtureFolders().flatMap((rule) => [...fixturesOf(rule, 'passing'), ...fixturesOf(rule, 'failing')]);
  const manifests = fixtures.flatMap((fixture) => fixture.manifests);
  expect(manifests.length).toBeGreaterThan(2000);
  const others = manifests.filter((manifest) => new Set(bothOf(manifest)).size > 1);
  expect(others.slice(0, 3)).toEqual([]);
});
