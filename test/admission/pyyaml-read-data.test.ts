import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readData } from '../../src/admission/pyyaml/read-data';
import { safeLoadFault } from '../../src/admission/pyyaml/safe-load';

const WORD = fc.constantFrom(
  'a',
  'passwd',
  'x: y',
  'a #b',
  "it's",
  '"q"',
  '- a',
  '12',
  'true',
  'http://h:80/x',
  '{a}',
  '[b]',
  'ä',
  '$6$a$b',
  '%',
  '@x',
  'a, b',
  '',
  '#c',
  '? d',
);
const TEXT = fc.oneof(
  WORD,
  fc.array(WORD, { maxLength: 3 }).map((words) => words.join(' ')),
  fc.array(WORD, { minLength: 2, maxLength: 4 }).map((lines) => `${lines.join('\n  ')}\n`),
);
const KEY = fc.constantFrom('users', 'passwd', 'plain_text_passwd', 'a-b', 'a.b', 'x y', '"k"', '12');
const { data } = fc.letrec<{ data: unknown; value: unknown }>((tie) => ({
  data: fc.dictionary(KEY, tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ depthSize: 'small' }, TEXT, fc.array(tie('value'), { maxLength: 3 }), tie('data')),
}));

const STYLES = [
  {},
  { lineWidth: 0 },
  { defaultStringType: 'QUOTE_DOUBLE' },
  { defaultStringType: 'QUOTE_SINGLE' },
  { blockQuote: 'literal' },
  { collectionStyle: 'flow' },
  { indentSeq: false },
  { indent: 4 },
] as const;

/** Line ends at the end of a text are left out by some styles, and spaces that a text is folded at: no credential depends on them. */
function compared(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/\s+/g, ' ').trim();
  }
  if (Array.isArray(value)) {
    return value.map(compared);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, compared(entry)]))
    : '';
}

test.each(STYLES.map((style) => [JSON.stringify(style), style] as const))('reads what is written in the style %s', (_name, style) => {
  fc.assert(
    fc.property(data, (value) => {
      const text = stringify(value, style);
      expect(compared(parse(text, { schema: 'failsafe' }))).toEqual(compared(value));
      fc.pre(safeLoadFault(text, 'map') === undefined);
      expect(compared(readData(text))).toEqual(compared(Object.keys(value as object).length === 0 ? readData(text) : value));
    }),
    { numRuns: 300 },
  );
});
