import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { assumedCluster } from '../../src/cli/audit/cluster';
import { judge } from '../../src/cli/audit/judge';
import { SourceFile } from '../../src/source';
import { RUNS } from './runs';

const FIXTURES = join(__dirname, '../audit/fixtures');

/** What the mutations begin with: one fixture of each rule, and the shapes that tools write. */
const TEXTS = [
  ...readdirSync(FIXTURES).flatMap((rule) => textsIn(join(FIXTURES, rule, 'failing')).slice(0, 1)),
  ...textsIn(join(__dirname, '../cli/shapes')),
];

function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** What is put in, or in the place of something. */
const PIECES = [
  '\t',
  '\n',
  '  ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '|',
  '>',
  '&a ',
  '*a',
  '<<: ',
  '? ',
  '---\n',
  '...\n',
  '#',
  '!!int ',
  '!x ',
  '%',
  '\0',
  '\ufeff',
  '\r',
  '\u2028',
  '{{',
  '$' + '{X}',
  'null',
  '~',
  '1e400',
  '.inf',
  '__proto__',
  'items:\n',
  'kind: List\n',
  'kind: Template\n',
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat(3), fc.nat(200)),
  piece: fc.oneof(fc.constantFrom(...PIECES, ''), fc.string({ maxLength: 5 })),
});

function mutate(text: string, { at, removed, piece }: { readonly at: number; readonly removed: number; readonly piece: string }): string {
  const position = Math.floor(at * text.length);
  return text.slice(0, position) + piece + text.slice(position + removed);
}

const cluster = assumedCluster();

test(`${RUNS * 5} mutated YAML texts are judged or refused, and nothing breaks`, () => {
  const arbitrary = fc.tuple(fc.constantFrom(...TEXTS), fc.array(mutation, { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(arbitrary, ([text, mutations]) => {
      const file = SourceFile.of('f.yaml', Buffer.from(mutations.reduce(mutate, text)));
      const findings = judge([file], { cluster, severities: new Map(), off: {}, treatAsHighlyAvailable: false }, new Date(0));
      for (const { rule, region, excerpt, message } of findings) {
        expect([rule.id, message]).not.toEqual(['rule-failed', message]);
        expect(region.line).toBeGreaterThan(0);
        expect(region.line).toBeLessThanOrEqual(file.lines.count);
        expect(region.column).toBeGreaterThan(0);
        expect(region.column).toBeLessThanOrEqual(file.lines.line(region.line).length + 1);
        expect(excerpt.some(({ number }) => number === region.line)).toBe(true);
      }
      for (const { message, place } of file.faults) {
        expect(message).toMatch(/^[A-Z"][\s\S]*\.$/);
        expect(place === undefined || place.line <= file.lines.count + 1).toBe(true);
      }
    }),
    { numRuns: RUNS * 5 },
  );
});
