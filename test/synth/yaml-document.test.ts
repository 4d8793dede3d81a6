import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { readMember } from '../../src/admission/pyyaml/read-member';
import { isWrittenHere, yamlDocument } from '../../src/synth';
import { RUNS } from '../properties/runs';
import { anyDocument, bothOf } from './documents';

test('any document is written as cdk8s writes it', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const [ours, theirs] = bothOf(document);
      expect(ours).toBe(theirs);
    }),
    { numRuns: 30 * RUNS },
  );
});

const twice = { a: 1 };
const emptyTwice: unknown[] = [];

test.each<[string, unknown]>([
  ['an object in two places', { one: twice, other: twice }],
  ['an empty list in two places', { one: emptyTwice, other: [emptyTwice] }],
  ['null', { a: null }],
  ['null beside something', { a: null, b: 1 }],
  ['undefined', { a: undefined }],
  ['a day as an object', { a: new Date(0) }],
  ['a map that is no plain object', { a: new Map([['b', 1]]) }],
  ['bytes', { a: Buffer.from('x') }],
  ['a number in an object', { a: Object(5) }],
  ['what is no number', { a: Number.NaN, b: Number.POSITIVE_INFINITY }],
  ['a key for which nobody looks for a colon', { ['k'.repeat(2000)]: 1 }],
  ['a list', [1, 'a']],
])('%s is left to the package', (_name, document) => {
  expect(isWrittenHere(document)).toBe(false);
  expect(yamlDocument(document)).toBe(Yaml.stringify(document));
});

test.each<[string, object]>([
  ['nothing', {}],
  ['empty collections', { a: {}, b: [], c: [[], {}, [{}]] }],
  ['lists within lists', { a: [[1, [2, { b: 3, c: [4] }]], 'x'] }],
  ['numbers', { a: [0, -0, 1e21, 1e-7, 0.1, -5, 2 ** 53] }],
  ['words and numbers', { a: ['true', 'off', '~', '', '0x1F', '1_000', '12:30:45', '1e3', 'e3', 'e12345', '.5', '2001-01-01', 'y'] }],
  ['indicators', { a: ['- a', '?', '*a', 'a: b', 'a #b', 'a:', ' a', 'a ', '"a" b', '\'a\' "b"', "it's", '{a}', 'a,b', '[x', '%y', '@z'] }],
  ['control characters', { a: ['a\u0001', 'a\rb', '\u001b[0m', 'a\r\nb\r\n'], 'b\u0007': 1 }],
  ['several lines', { a: { b: ['one\ntwo', 'one\ntwo\n', 'one\n\n  two\n', '\none', ' one\ntwo', 'one\ntwo\n\n', 'one\n\ttwo'] } }],
  ['a key of several lines', { 'a\nb': 1, c: { 'a\nb ': 1 } }],
  ['keys like the ends of documents', { '---': 1, '...a': { '---': 2 } }],
])('%s', (_name, document) => {
  expect(isWrittenHere(document)).toBe(true);
  expect(yamlDocument(document)).toBe(Yaml.stringify(document));
});

/** Each kind of text that cdk8s writes so that a reader takes it for something else, or refuses it. `test/readers` asks the readers. */
test.each<[string, string, string]>([
  ['a character that Go refuses', 'a\u0080', '"a\\u0080"'],
  ['a character that is none', 'a\uffff', '"a\\uffff"'],
  ['the next line of ISO 6429', 'a\u0085b', '"a\\u0085b"'],
  ['a line separator', 'a\u2028b', '"a\\u2028b"'],
  ['a paragraph separator in several lines', 'a\u2029b\nc\n', '"a\\u2029b\\nc\\n"'],
  ['a block that begins with a tab', '\techo\n\techo\n', '"\\techo\\n\\techo\\n"'],
  ['a tab between words', 'a\tb', '"a\\tb"'],
  ['lines of spaces before the end', ' \n', '" \\n"'],
  ['an octal number of Go', '0o17', '"0o17"'],
  ['a number of Go with underscores', '+_7', '"+_7"'],
  ['a number of Go in capitals', '0X1F', '"0X1F"'],
  ['a time with a point and no fraction', '2001-12-14 21:59:43.', '"2001-12-14 21:59:43."'],
  ['a time in a zone that does not exist', '2001-12-14 21:59:43 +45:00', '"2001-12-14 21:59:43 +45:00"'],
  ['a word of YAML 1.1', '=', '"="'],
])('%s is in quotes', (_name, text, quoted) => {
  const document = { a: { b: { k: text } } };
  expect(yamlDocument(document)).not.toBe(Yaml.stringify(document));
  expect(yamlDocument(document)).toBe(`a:\n  b:\n    k: ${quoted}\n`);
  expect(readMember(yamlDocument(document), 3)).toEqual({ key: 'k', value: text });
});

test.each<[string, string, string]>([
  ['the key that merges maps', '<<', '"<<"'],
  ['a key that Go takes for a number', '0o17', '"0o17"'],
  ['a key with a tab', 'a\tb', '"a\\tb"'],
  ['a key with a line separator', 'a\u2028b', '"a\\u2028b"'],
])('%s is in quotes', (_name, key, quoted) => {
  const document = { a: { b: { [key]: 'v' } } };
  expect(yamlDocument(document)).not.toBe(Yaml.stringify(document));
  expect(yamlDocument(document)).toBe(`a:\n  b:\n    ${quoted}: v\n`);
  expect(readMember(yamlDocument(document), 3)).toEqual({ key, value: 'v' });
});

test('half of a surrogate pair stays as it is: no reader takes it', () => {
  const document = { a: '\ud800', '\udfff': 'b\ud800\nc' };
  expect(yamlDocument(document)).toBe(Yaml.stringify(document));
});
