import { evaluateManifests } from '../../src/audit';
import type { FieldPath } from '../../src/facts';
import type { Manifest } from '../../src/graph';
import { type Fixture, fixtureFolders, fixturesOf } from '../audit/fixture';
import { hostileTexts } from '../support/hostile-texts';
import { processorTime } from '../support/processor-time';
import { RUNS } from './runs';

/** In a quick run every so many-th field gets every so many-th text. */
const [FIELDS, TEXTS] = RUNS < 100 ? [80, 10] : [1, 4];
const TEXT = Object.entries(hostileTexts(40_000));
/** Of the processor's time, for one text in one field. */
const MILLISECONDS = 2000;

/** A text of a fixture. */
interface Place {
  readonly fixture: Fixture;
  readonly position: number;
  readonly path: FieldPath;
}

/** One place for each field of each kind. */
function places(): Place[] {
  const found = new Map<string, Place>();
  for (const fixture of fixtureFolders().flatMap((folder) => [...fixturesOf(folder, 'failing'), ...fixturesOf(folder, 'passing')])) {
    for (const [position, manifest] of fixture.manifests.entries()) {
      for (const path of textsIn(manifest, [])) {
        const field = `${manifest?.apiVersion} ${manifest?.kind} ${path.map((key) => (typeof key === 'number' ? '[]' : key)).join('.')}`;
        found.set(field, found.get(field) ?? { fixture, position, path });
      }
    }
  }
  return [...found.values()];
}

function textsIn(value: unknown, path: FieldPath): FieldPath[] {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? [path] : [];
  }
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, [...path, Array.isArray(value) ? Number(key) : key]));
}

function replaced(value: any, [key, ...rest]: FieldPath, text: string): unknown {
  if (key === undefined) {
    return text;
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(copy[key], rest, text);
  return copy;
}

test('no text of forty thousand characters in any field holds the rules up, fails one, or gets into a finding as a whole', () => {
  const faults: string[] = [];
  for (const [index, { fixture, position, path }] of places().entries()) {
    for (const [name, text] of index % FIELDS === 0 ? TEXT.filter((_, each) => (index + each) % TEXTS === 0) : []) {
      const manifests = fixture.manifests.map((manifest, each) =>
        each === position ? replaced(manifest, path, text) : manifest,
      ) as Manifest[];
      const start = processorTime();
      const findings = evaluateManifests(manifests, fixture.cluster);
      const isSlow = processorTime() - start > MILLISECONDS;
      const isLong = findings.some((finding) => finding.text.length > 6000);
      const failed = findings.find(({ rule }) => rule.id === 'rule-failed');
      if (isSlow || isLong || failed !== undefined) {
        faults.push(`${fixture.name} ${path.join('.')} with ${name}: ${isSlow ? 'slow' : isLong ? 'long' : failed?.text}`);
      }
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
});
