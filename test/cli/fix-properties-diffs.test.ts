import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { diffLines } from 'diff';
import { loadAll } from 'js-yaml';
import { isCollection, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { FieldPath } from '../../src/facts';
import { isObject } from '../../src/graph';
import type { SourceManifest } from '../../src/source';
import { type Fixture, readFixture } from '../audit/fixture';
import { CASES, errorsIn, judged, mended, textIn, textOf } from './mending';

/** A text with a comment behind every value that stays on its line, comments of their own between entries, and blank lines. */
function commented(text: string): string {
  const lines = text.split('\n').map((line, index) => {
    const isPlain = /^ *(- )?[\w./-]+:( [\w./"'-][^#|>&*!]*)?$/.test(line) || /^ *- [\w./-]+$/.test(line);
    const own = isPlain && index % 3 === 0 ? `${/^ */.exec(line)}# own ${index}\n${index % 2 === 0 ? '\n' : ''}` : '';
    return `${own}${line}${isPlain ? ` # of line ${index}` : ''}`;
  });
  return lines.join('\n');
}

const values = (text: string) => JSON.stringify(loadAll(text, null));

/** Where comments can be written and mean nothing; in blocks of text they cannot. */
function withComments(text: string): string {
  try {
    const result = commented(text);
    return values(result) === values(text) ? result : text;
  } catch {
    return text;
  }
}

const FIELD_CASES = process.env.CDK8S_KUBEVIRT_FIELD_CASES ?? join(__dirname, '../../../shared/field-cases');
const filesIn = (folder: string): [name: string, text: string][] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
    : [];

/** Fixtures with comments everywhere, and examples with the comments of their authors. */
const FILES: readonly (readonly [name: string, text: string, fixture: Fixture])[] = [
  ...CASES.map(({ id, fixture }) => [`${id} ${fixture.name}`, withComments(textIn(id, fixture)), fixture] as const),
  ...[FIELD_CASES, join(__dirname, 'shapes'), join(__dirname, 'plain-vms')]
    .flatMap(filesIn)
    .map(([name, text]) => [name, text, readFixture(name, '')] as const),
];

/** Where two values differ: what is gone of the one, and what has come in the other. */
interface Difference {
  readonly gone: FieldPath[];
  readonly come: FieldPath[];
}

function difference(before: unknown, after: unknown, path: FieldPath = [], found: Difference = { gone: [], come: [] }): Difference {
  if (isDeepStrictEqual(before, after)) {
    return found;
  }
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      difference(before[key], after[key], [...path, key], found);
    }
    return emptied(before, after, path, found);
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const start = before.findIndex((item, index) => !isDeepStrictEqual(item, after[index]));
    const first = start < 0 ? before.length : start;
    let last = 0;
    while (last < Math.min(before.length, after.length) - first && isDeepStrictEqual(before.at(-1 - last), after.at(-1 - last))) {
      last++;
    }
    for (let index = first; index < Math.max(before.length, after.length) - last; index++) {
      const [old, fresh] = [before, after].map((list) => (index < list.length - last ? list[index] : undefined));
      difference(old, fresh, [...path, index], found);
    }
    return emptied(before, after, path, found);
  }
  before === undefined || found.gone.push(path);
  after === undefined || found.come.push(path);
  return found;
}

/** What has nothing in it is written in brackets behind its key. */
function emptied(before: object, after: object, path: FieldPath, found: Difference): Difference {
  if (Object.keys(before).length === 0 || Object.keys(after).length === 0) {
    found.gone.push(path);
    found.come.push(path);
  }
  return found;
}

/** The lines, from 0, on which a value stands, its key included; where asked, only if it is written within brackets. */
function linesOf(text: string, { piece, document, path: to }: SourceManifest, path: FieldPath, isFlow = false): number[] {
  const root: any = (parseAllDocuments(piece.text, { merge: true, version: '1.1', uniqueKeys: false, logLevel: 'silent' }) as any[])[
    document
  ];
  let node = root?.contents;
  let start: number | undefined = node?.range[0];
  for (const step of [...to, ...path]) {
    const pair: any = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : undefined;
    const next = isSeq(node) ? node.items[Number(step)] : (pair?.value ?? undefined);
    start = pair?.key.range[0] ?? (next as any)?.range[0];
    node = next;
    if (start === undefined) {
      return [];
    }
  }
  if (isFlow && !(isCollection(node) && node.flow)) {
    return [];
  }
  const end: number = node?.range[1] ?? start;
  const lineAt = (offset: number) => text.slice(0, piece.offset + offset).split('\n').length - 1;
  const last = Math.max(start as number, piece.text.slice(0, end).trimEnd().length - 1);
  const first = lineAt(start as number);
  return Array.from({ length: lineAt(last) - first + 1 }, (_, index) => first + index);
}

/** Numbers of the lines that are in one text and not in the other. */
function changedLines(before: string, after: string) {
  const [removed, added]: number[][] = [[], []];
  let [old, fresh] = [0, 0];
  for (const part of diffLines(before, after)) {
    const count = part.count ?? 0;
    const numbers = (from: number) => Array.from({ length: count }, (_, index) => from + index);
    part.removed && removed.push(...numbers(old));
    part.added && added.push(...numbers(fresh));
    old += part.added ? 0 : count;
    fresh += part.removed ? 0 : count;
  }
  return { removed, added };
}

const commentsOf = (text: string): readonly string[] => text.match(/(?:^|(?<=\s))# ?(own|of line) \d+$/gm) ?? [];
const totals = { files: 0, fixes: new Map<string, number>(), removed: 0, added: 0, newErrors: 0, comments: 0, lost: 0 };

test('there are more than 200', () => {
  expect(FILES.length).toBeGreaterThan(200);
  expect(FILES.filter(([, text]) => text.includes('# of line')).length).toBeGreaterThan(200);
});

test.each(FILES)('%s', (_, text, fixture) => {
  const before = judged(text, fixture);
  const { after, mended: done } = mended(before, fixture);
  const fresh = textOf(after);
  const errors = errorsIn(after).filter((error) => !errorsIn(before).includes(error));
  expect(errors).toEqual([]);
  expect(textOf(mended(judged(fresh, fixture), fixture).after)).toBe(fresh);

  const [mayGo, mayCome] = [new Set<number>(), new Set<number>()];
  before.files[0].manifests.forEach((source, index) => {
    const other = after.files[0].manifests[index];
    const { gone, come } = difference(source.manifest, other.manifest);
    for (const path of [...gone, ...come]) {
      linesOf(text, source, path.slice(0, -1), true).forEach((line) => void mayGo.add(line));
      linesOf(fresh, other, path.slice(0, -1), true).forEach((line) => void mayCome.add(line));
    }
    gone.flatMap((path) => linesOf(text, source, path)).forEach((line) => void mayGo.add(line));
    come.flatMap((path) => linesOf(fresh, other, path)).forEach((line) => void mayCome.add(line));
  });
  const { removed, added } = changedLines(text, fresh);
  const beside = (lines: readonly number[], allowed: ReadonlySet<number>, all: string) =>
    lines.filter((line) => !allowed.has(line)).map((line) => all.split('\n')[line]);
  expect(beside(removed, mayGo, text)).toEqual([]);
  expect(beside(added, mayCome, fresh)).toEqual([]);

  const kept: readonly string[] = commentsOf(fresh);
  const lost = commentsOf(text).filter((comment) => !kept.includes(comment));
  const gone = removed.map((line) => text.split('\n')[line]);
  expect(lost.filter((comment) => !gone.some((line) => line.includes(comment)))).toEqual([]);
  expect(kept).toEqual(commentsOf(text).filter((comment) => !lost.includes(comment)));

  totals.files += done.length > 0 ? 1 : 0;
  totals.removed += removed.length;
  totals.added += added.length;
  totals.newErrors += errors.length;
  totals.comments += kept.length;
  totals.lost += lost.length;
  for (const { rule } of done) {
    totals.fixes.set(rule.id, (totals.fixes.get(rule.id) ?? 0) + 1);
  }
});

afterAll(() => {
  const fixes = [...totals.fixes].sort(([, one], [, other]) => other - one);
  const count = fixes.reduce((sum, [, number]) => sum + number, 0);
  process.stdout.write(
    [
      `${totals.files} files mended of ${FILES.length}, ${count} fixes of ${fixes.length} rules, ${totals.newErrors} new errors`,
      `lines: ${totals.removed} removed, ${totals.added} added, 0 beside what is mended`,
      `comments: ${totals.comments} kept, ${totals.lost} gone with their lines`,
      ...fixes.map(([rule, number]) => `  ${String(number).padStart(4)} ${rule}`),
      '',
    ].join('\n'),
  );
});
