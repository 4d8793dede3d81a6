import { evaluateManifests } from '../../src/audit';
import { isObject, type Manifest } from '../../src/graph';
import { changed, findingsIn, LOOKS, textsWithCanary, withSecrets, withUnknownFields } from '../audit/canaries';
import { type Fixture, fixtureFolders, fixturesOf } from '../audit/fixture';
import { RUNS } from './runs';

/** All fixtures where there is time, else one in so many. */
const STEP = Math.max(1, Math.round(400 / RUNS));

const fixtures = fixtureFolders()
  .flatMap((folder) => fixturesOf(folder, 'failing'))
  .filter((_fixture, index) => index % STEP === 0);

/** What the findings of a fixture show when one text in it is a secret, one after the other. */
function shownOfEach({ manifests, cluster }: Fixture, secret: string): string[] {
  const objects = manifests.filter(isObject) as Manifest[];
  return objects.flatMap((manifest) => {
    let count = 0;
    changed(manifest, (text) => {
      count++;
      return text;
    });
    return Array.from({ length: count }, (_, place) => {
      let index = 0;
      const planted = changed(manifest, (text) => (index++ === place ? `${text} ${secret}` : text));
      return evaluateManifests(
        objects.map((object) => (object === manifest ? planted : object)),
        cluster,
      ).flatMap(textsWithCanary);
    }).flat();
  });
}

test.each([
  ['in places of secrets', withSecrets],
  ['in fields that nobody knows', withUnknownFields],
])('no text of any finding shows a secret %s', (_name, plant) => {
  expect([...new Set(fixtures.flatMap((fixture) => findingsIn(fixture, plant).flatMap(textsWithCanary)))]).toEqual([]);
});

test.each(LOOKS)('no text of any finding shows %s, in each text alone and in all', (_name, secret) => {
  const alone = fixtures.flatMap((fixture) => shownOfEach(fixture, secret));
  const everywhere = fixtures.flatMap((fixture) =>
    findingsIn(fixture, (manifest) => changed(manifest, (text) => `${text} ${secret}`)).flatMap(textsWithCanary),
  );
  expect([...new Set([...alone, ...everywhere])]).toEqual([]);
});
