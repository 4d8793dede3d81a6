import { yamlValues } from '../../src/source/yaml-values';

/** What sigs.k8s.io/yaml v1.6.0, which kubectl uses, makes of a value. Each was tried. */
const SCALARS: readonly (readonly [string, unknown])[] = [
  ['yes', true],
  ['y', true],
  ['on', true],
  ['Off', false],
  ['N', false],
  ['tRue', 'tRue'],
  ['~', null],
  ['Null', null],
  ['', null],
  ['0o17', 15],
  ['017', 15],
  ['-0o17', -15],
  ['0o8', '0o8'],
  ['08', 8],
  ['0x1F', 31],
  ['-0x1F', -31],
  ['0b11', 3],
  ['0x', '0x'],
  ['+12', 12],
  ['-0', 0],
  ['1_000', 1000],
  ['1_000.5', 1000.5],
  ['_1', '_1'],
  ['+_7', 7],
  ['1e_1', 10],
  ['1e3', 1000],
  ['12e03', 12000],
  ['1e400', '1e400'],
  ['.5', 0.5],
  ['5.', 5],
  ['.e1', '.e1'],
  ['e1', 'e1'],
  ['1.2.3', '1.2.3'],
  ['1:30', '1:30'],
  ['2001-01-01', '2001-01-01'],
  ['=', '='],
  ['0777777777777777777777777', 7.777777777777778e23],
  ['0xFFFFFFFFFFFFFFFF', 2 ** 64],
  ['!!str 12', '12'],
  ['!!int "12"', 12],
  ['!!bool yes', true],
  ['!!binary aGVsbG8=', 'hello'],
  ['!<tag:yaml.org,2002:int> "3"', 3],
  ['! 12', '12'],
  ['!Ref bar', 'bar'],
  ['!Sub {b: 1}', { b: 1 }],
  ['"yes"', 'yes'],
  ["'017'", '017'],
  ['x #c', 'x'],
  ['x#c', 'x#c'],
  ['http://x:80/', 'http://x:80/'],
  ['{a, b: }', { a: null, b: null }],
  ['[a, b, ]', ['a', 'b']],
];

test.each(SCALARS)('a: %s', (written, value) => {
  expect(yamlValues(`a: ${written}`)).toEqual({ values: [{ a: value }], faults: [] });
});

/** The same for whole documents. */
const DOCUMENTS: readonly (readonly [string, unknown])[] = [
  ['1: a', { '1': 'a' }],
  ['yes: b', { true: 'b' }],
  ['1e3: b', { '1000': 'b' }],
  ['? a\n: b', { a: 'b' }],
  ['&a k: 1\nb: *a', { k: 1, b: 'k' }],
  ['a: &b {c: 1}\nd: *b', { a: { c: 1 }, d: { c: 1 } }],
  ['c: {<<: {q: 1}, q: 2}', { c: { q: 2 } }],
  ['c: {q: 2, <<: {q: 1}}', { c: { q: 1 } }],
  ['c: {<<: [{q: 1}, {q: 2, r: 3}]}', { c: { q: 1, r: 3 } }],
  ['c: {"<<": 1}', { c: { '<<': 1 } }],
  ['a: {\n}', { a: {} }],
  ['a: [1,\n2]', { a: [1, 2] }],
  ['a: [1,\n\t2]', { a: [1, 2] }],
  ['a: [\n# c\n1\n]\nb: {\n"c": "d\ne"\n}', { a: [1], b: { c: 'd e' } }],
  ['{\n\t"a": 1\n}', { a: 1 }],
  ['a: {b:\t x, c:\t\tz}', { a: { b: 'x', c: 'z' } }],
  ['a:\t1', { a: 1 }],
  ['a: |\n  \tx\n', { a: '\tx\n' }],
  ['%YAML 1.1\n---\na: 1', { a: 1 }],
  ['__proto__: {a: 1}', JSON.parse('{"__proto__":{"a":1}}')],
  ['constructor: 1', { constructor: 1 }],
  ['a:\r\n  b: 1\r\n', { a: { b: 1 } }],
];

test.each(DOCUMENTS)('%j', (text, value) => {
  expect(yamlValues(text)).toEqual({ values: [value], faults: [] });
});

test('a key __proto__ is a key', () => {
  const [value] = yamlValues('__proto__: {a: 1}\nb: 2').values as [object];
  expect(Object.keys(value)).toEqual(['__proto__', 'b']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

const UNREADABLE = 'This cannot be read as YAML:';
const TAB = `${UNREADABLE} tab characters must not be used in indentation. Indent with spaces.`;

/** What Go's YAML refuses too, with the offset and what we say. */
const REFUSED: readonly (readonly [string, number, string])[] = [
  ['\ta: 1', 0, TAB],
  ['a: 1\n\tb: 2', 5, TAB],
  ['a:\n\t- 1', 3, TAB],
  ['- a\n-\tb', 5, TAB],
  ['a: b\n\t\nc: d', 5, TAB],
  ['a: b\n\t# x\nc: d', 5, TAB],
  ["a: 'x'\n\t", 7, TAB],
  ['a: .inf', 3, 'No manifest can hold infinity: JSON has no such number. Put it in quotes, or write a number.'],
  ['a: .nan', 3, 'No manifest can hold NaN: JSON has no such number. Put it in quotes, or write a number.'],
  ['null: b', 0, 'A key is null. Write a text; one with braces or a question mark in it is put in quotes.'],
  ['a: {{ x }}: y', 10, `${UNREADABLE} bad indentation of a mapping entry. Indent what belongs together by the same number of spaces.`],
  ['a: {{ x }}', 4, 'A key is a mapping or a list. Write a text; one with braces or a question mark in it is put in quotes.'],
  ['b: *x', 4, 'No anchor &x comes before the alias *x. Correct the name; anchors end with their document.'],
  ['a: &x {q: *x}', 11, 'The alias *x stands within what it names. Write out what is meant.'],
  ['<<: 1', 0, 'What "<<" merges has to be a mapping, or a list of mappings. Merge an alias of one.'],
  [
    'a: "\0"',
    4,
    `${UNREADABLE} it has a NUL byte. Remove it, or write it with an escape in double quotes; a file that is no text is no manifest.`,
  ],
  [
    'a: "\x7f"',
    4,
    `${UNREADABLE} it has a control character. Remove it, or write it with an escape in double quotes; a file that is no text is no manifest.`,
  ],
  ['a: "x', 5, `${UNREADABLE} unexpected end of the stream within a double quoted scalar. Close the quotes.`],
  [
    'a: [1',
    5,
    `${UNREADABLE} unexpected end of the stream within a flow collection. Close the brackets, and put commas between their entries.`,
  ],
  ['a: b: c', 4, `${UNREADABLE} bad indentation of a mapping entry. Indent what belongs together by the same number of spaces.`],
  ['a: "\\q"', 5, `${UNREADABLE} unknown escape sequence. Double the backslash, or use single quotes.`],
];

test.each(REFUSED)('%j is refused', (text, offset, message) => {
  expect(yamlValues(text)).toEqual({ values: [], faults: [{ offset, message }] });
});

test('a key that stands twice is a fault, and the last one counts, as with kubectl', () => {
  expect(yamlValues('a: 1\nb: 2\na: 3')).toEqual({
    values: [{ a: 3, b: 2 }],
    faults: [
      {
        offset: 10,
        message: 'The key "a" stands twice in one mapping: kubectl takes the last one without a word, strict readers refuse it. Keep one.',
      },
    ],
  });
});

test('10,000 levels are told, whichever way they are nested', () => {
  const message = `${UNREADABLE} it is nested more than 200 levels deep. Kubernetes has no objects like that: look at what wrote the file.`;
  for (const text of [`a: ${'['.repeat(10_000)}`, '{"a":'.repeat(10_000), `${'- '.repeat(10_000)}x`]) {
    expect(yamlValues(text).faults).toEqual([{ offset: expect.any(Number), message }]);
  }
});

describe('aliases', () => {
  const laughs = ['a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]']
    .concat([...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`))
    .join('\n');

  test('that grow beyond what kubectl takes are refused, before anything walks through them', () => {
    const [fault] = yamlValues(laughs).faults;
    expect(fault.message).toBe(
      'Aliases repeat so much that kubectl refuses the document ("document contains excessive aliasing"). Write it out.',
    );
  });

  test('that kubectl takes are taken', () => {
    const text = `a: &a {b: 1}\nc: [${Array(300).fill('*a').join(', ')}]`;
    expect(yamlValues(text).faults).toEqual([]);
  });
});

test('hundreds of lines that are not indented cost a pass each, no more', () => {
  const text = `a: [\n${'1,\n'.repeat(400)}]`;
  expect(yamlValues(text).values).toEqual([{ a: Array(400).fill(1) }]);
});
