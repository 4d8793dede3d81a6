import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type PatchOperation, patched, pointerOf } from '../../src/facts';
import { editManifest, SourceFile, type SourceManifest } from '../../src/source';

const FIXTURES = join(__dirname, '../audit/fixtures');
const FILES = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ya?ml|json)$/.test(path))
  .map((path) => join(FIXTURES, path));

/** Places in a manifest: names and indices. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const members = typeof value !== 'object' || value === null ? [] : Object.entries(value);
  const inner = members.flatMap(([key, member]) => placesIn(member, [...path, Array.isArray(value) ? Number(key) : key]));
  return [path, ...inner];
}

const VALUES = fc.oneof(
  fc.constantFrom<unknown>(
    'on',
    'x: y',
    '# no',
    '012',
    '',
    ' a',
    'plain',
    'two words',
    'a\nb',
    "it's",
    true,
    7,
    [],
    {},
    '---',
    '- a',
    '1e3',
    'é',
  ),
  fc.string(),
  fc.object({ maxDepth: 2, key: fc.constantFrom('a', 'b', 'x.y/z', 'on', 'two words'), values: [fc.string(), fc.integer(), fc.boolean()] }),
);

/** A step somewhere in a manifest. */
function stepIn(source: SourceManifest): fc.Arbitrary<PatchOperation> {
  // Without its kind it may be no object any more.
  const places = placesIn(source.manifest)
    .slice(1)
    .filter(([key, ...rest]) => rest.length > 0 || (key !== 'apiVersion' && key !== 'kind'));
  return fc
    .record({ place: fc.constantFrom(...places), op: fc.constantFrom('add', 'remove', 'replace' as const), value: VALUES })
    .map(({ place, op, value }): PatchOperation => {
      const isNew = op === 'add' && typeof place[place.length - 1] !== 'number';
      const path = pointerOf(isNew ? [...place.slice(0, -1), 'added'] : place);
      return op === 'remove' ? { op, path } : { op: op as 'add', path, value };
    });
}

const commentsOf = (text: string) => (text.match(/^\s*#.*$/gm) ?? []).map((line) => line.trim());

let refused = 0;
let done = 0;

function holds(path: string, convert: (text: string) => string): void {
  const text = convert(readFileSync(path, 'utf8'));
  const file = SourceFile.of(path, Buffer.from(text));
  const sources = file.faults.length > 0 ? [] : file.manifests.filter(({ manifest }) => placesIn(manifest).length > 3);
  if (sources.length === 0) {
    return;
  }
  const cases = fc.constantFrom(...sources).chain((source) => stepIn(source).map((step) => ({ source, step })));
  fc.assert(
    fc.property(cases, ({ source, step }) => {
      const result = editManifest(source, [step]);
      if ('refusal' in result) {
        refused++;
        return;
      }
      done++;
      const { piece } = source;
      const after = text.slice(0, piece.offset) + result.text + text.slice(piece.offset + piece.text.length);
      const again = SourceFile.of(path, Buffer.from(after));
      const wanted = file.manifests.map((other) => (other === source ? patched(other.manifest, [step]) : other.manifest));
      expect(again.manifests.map(({ manifest }) => manifest)).toEqual(wanted);
      expect(again.faults).toEqual(file.faults);
      if (step.op === 'add' && typeof step.value !== 'object') {
        expect(commentsOf(after)).toEqual(commentsOf(text));
        expect(linesWithout(after, text)).toBeLessThanOrEqual(text.startsWith('{') ? 2 : 1);
      }
      expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(after.endsWith('\n')).toBe(text.endsWith('\n'));
    }),
    { numRuns: 1, seed: path.length - FIXTURES.length },
  );
}

/** How many lines of the first text are not in the second. */
function linesWithout(after: string, before: string): number {
  const left = new Map<string, number>();
  for (const line of before.split('\n')) {
    left.set(line, (left.get(line) ?? 0) + 1);
  }
  return after.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}

const folders = [...new Set(FILES.map((path) => path.slice(FIXTURES.length + 1).split('/')[0][0]))];

describe('what is read again is what the patch makes of it, and other lines stay', () => {
  test.each(folders)('fixtures that begin with %s', (letter) => {
    for (const path of FILES.filter((candidate) => candidate.slice(FIXTURES.length + 1).startsWith(letter))) {
      holds(path, (text) => text);
    }
  });

  test('with line ends of Windows, and without one at the end', () => {
    for (const path of FILES) {
      holds(path, (text) => text.replaceAll('\n', '\r\n'));
      holds(path, (text) => text.trimEnd());
    }
  });

  test('in JSON', () => {
    for (const path of FILES) {
      holds(path, (text) => {
        const { manifests } = SourceFile.of(path, Buffer.from(text));
        return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests.map(({ manifest }) => manifest) }, null, 2)}\n`;
      });
    }
  });

  test('few are refused', () => {
    expect(done).toBeGreaterThan(1000);
    expect(refused / done).toBeLessThan(0.05);
  });
});
