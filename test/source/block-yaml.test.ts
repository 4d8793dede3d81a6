import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { blockYaml } from '../../src/source/block-yaml';
import { plainScalar } from '../../src/source/plain-scalar';
import { splitDocuments } from '../../src/source/split-documents';
import { yamlValues } from '../../src/source/yaml-values';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 200) * 20;
const FIXTURES = join(__dirname, '../audit/fixtures');

/** What the parser makes of a text: with a function of our own it is asked in any case. */
function parsed(text: string): ReturnType<typeof yamlValues> {
  return yamlValues(text, (word) => plainScalar(word));
}

/** Whether a text is read as blocks; if it is, the parser has to say the same. */
function isReadAlike(text: string): boolean {
  const value = blockYaml(text);
  if (value === undefined) {
    return false;
  }
  expect({ text, values: [value], faults: [] }).toStrictEqual({ text, ...parsed(text) });
  expect(JSON.stringify(value)).toBe(JSON.stringify(parsed(text).values[0]));
  return true;
}

const KEYS = ['a', 'b', 'spec', 'app.io/x-y', '"q"', "'q r'", 'on', '12', '~', '<<', '__proto__', 'a b', 'é', '-', '---', '"a\\n"'];
const VALUES = [
  ...['x', 'two words', ' x ', 'x #c', 'x#c', 'x:', 'x: y', 'x:y', '#c', ' #c', '{}', '{} #c', '[]', '[a]', '{a: 1}', '[', '{ }', '{}x'],
  ...['yes', 'null', '~', '0o17', '017', '1e3', '-1', '+1', '1_0', '.5', '.inf', '-.inf', '.nan', '1e400', '- x', '-x', '-', '--x', '...'],
  ...["'x'", "'it''s'", '"x"', '"x" y', '"x"#c', '"x" #c', '"\\t"', '"a', "'a", '"', '"a" "b"', '"#"', "'# x'", '"a: b"', "''", '""'],
  ...[
    '|',
    '|-',
    '|+',
    '|2',
    '| #c',
    '| ',
    '|x',
    '|  x',
    '|-  x',
    '>',
    '&a x',
    '*a',
    '!!str x',
    '!x',
    '%',
    '@',
    '`',
    '?',
    '? x',
    ':',
    ',',
    ']',
    '}',
    '=',
    '<<',
  ],
  ...['\t', 'x\ty', 'é', '中', '\u00a0', '\u2028', '\ufeff', '\r', 'x\r', '\u0001', '\u0085', '\ud800', '😀', '', ' ', '---', '--- x'],
];

const indentation = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 2, 4, 6) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 7 }) },
);
const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('x', '1', '|', '|-', '|+') },
  { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
);
const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') }, { weight: 1, arbitrary: fc.constantFrom(...KEYS) });
const dashes = fc.constantFrom('', '', '', '- ', '- ', '-   ', '- - ', '-');
const content = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(dashes, key, fc.constantFrom(': ', ': ', ':', ' : ', ':  '), word).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.tuple(dashes, key).map(([dash, name]) => `${dash}${name}:`) },
  { weight: 3, arbitrary: fc.tuple(dashes, word).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('', '#c', '---', '...', '%YAML 1.2', '-') },
);
const line = fc.tuple(indentation, content).map(([columns, text]) => `${' '.repeat(columns)}${text}`);
const start = fc.constantFrom('', '', '---\n', '# c\n---\n', '--- \n', '\n');
const end = fc.constantFrom('\n', '\n', '', '\n\n', '\n# c', ' ');
const texts = fc
  .tuple(start, fc.array(line, { minLength: 1, maxLength: 8 }), end)
  .map(([head, lines, tail]) => `${head}${lines.join('\n')}${tail}`);

test('random lines that are read as blocks are what the parser says', () => {
  let count = 0;
  fc.assert(
    fc.property(texts, (text) => {
      count += isReadAlike(text) ? 1 : 0;
    }),
    { numRuns: RUNS },
  );
  expect(count / RUNS).toBeGreaterThan(0.05);
});

test('most fixtures are read as blocks, and are what the parser says', () => {
  const documents = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => splitDocuments(readFileSync(join(FIXTURES, path), 'utf8')));
  const read = documents.filter(({ text }) => isReadAlike(text));
  expect(read.length / documents.length).toBeGreaterThan(0.5);
});

test.each([
  ['a: 1\nb:\n  - c: x\n    d: "y"\n  - e\n', { a: 1, b: [{ c: 'x', d: 'y' }, 'e'] }],
  ['# c\n---\na:\n- b: |\n    #cloud-config\n    x: y\n\n- c: {}\n', { a: [{ b: '#cloud-config\nx: y\n' }, { c: {} }] }],
  ['a: |-\n  x\n\n   y\nb: |+\n  z\n\n', { a: 'x\n\n y', b: 'z\n\n' }],
  ['- - a\n  - b\n-\n- c:\n  - d\n', [['a', 'b'], null, { c: ['d'] }]],
  ['a: x#c\nb: "c" # d\n', { a: 'x#c', b: 'c' }],
  ["'a b': # c\n  \"d\": 'e'  # f\ng:\n", { 'a b': { d: 'e' }, g: null }],
])('%j is read as blocks', (text, value) => {
  expect(blockYaml(text)).toStrictEqual(value);
});

test.each([
  ['a: 1\na: 2\n', 'a key that stands twice'],
  ['a: x\n  y\n', 'a text on several lines'],
  ['a: {b: 1}\n', 'braces'],
  ['a: "\\u0041"\n', 'an escape'],
  ['a: &x 1\nb: *x\n', 'an alias'],
  ['a: >\n  x\n', 'a folded text'],
  ['yes: 1\n', 'a key that is no text'],
  ['a: 1\r\n', 'a carriage return'],
  ['a:\n\tb: 1\n', 'a tab'],
  ['a: |\n  x', 'a block without an end'],
  ['a: |\n \n  x\n', 'a block that begins with a blank line'],
  ['a: .inf\n', 'a number that is none in JSON'],
  ['a\n', 'a text'],
  ['', 'nothing'],
  [`${'- '.repeat(201)}a\n`, 'a depth that is refused'],
])('%j is left to the parser: %s', (text) => {
  expect(blockYaml(text)).toBeUndefined();
});
