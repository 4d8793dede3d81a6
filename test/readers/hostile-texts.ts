import * as fc from 'fast-check';

/** What readers take for something: indicators, words, numbers, days, breaks, characters that are not printable. */
export const FRAGMENTS = [
  ...['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', "'", '"', '%', '@', '`', '=', '<<', '~', '\\', '/', '$', '^'],
  ...['- ', '? ', ': ', ' #', '# ', '!!', '---', '...', '--- ', '%YAML 1.2', '*a', '&a', '!!int ', '|+', '>-', '{}', '[]', '""', "''"],
  ...['y', 'n', 'Y', 'no', 'Off', 'ON', 'yes', 'true', 'FALSE', 'null', 'Null', '.nan', '.inf', '-.INF', 'nan', 'None', '__proto__'],
  ...[
    '0',
    '1',
    '7',
    '9',
    '08',
    '0o17',
    '0x1F',
    '0b1',
    '1_000',
    '_',
    '+',
    '.',
    'e',
    'E',
    '1e3',
    '1e+3',
    '1.5',
    '190:20:30',
    '1:2',
    '2001-12-14',
  ],
  ...['2001-12-14 21:59:43', 'T21:59:43Z', '12345678901234567890', 'Gi', 'm', 'a', 'b', 'key', 'text', 'ü', 'ß', '日本'],
  ...[' ', '  ', '\t', '\t\t', '\n', '\n\n', '\n ', '\n\t', ' \n', '\t\n', '\r', '\r\n', '\u000b', '\u000c'],
  ...['\u0001', '\u001b', '\u007f', '\u0080', '\u0085', '\u009f', '\u00a0', '\u00ad', '\u200b', '\u2028', '\u2029', '\u202e'],
  ...['\ufeff', '\ufffd', '\ufffe', '\uffff', '😀', '\u{10ffff}', '\ue000'],
];

const fragments = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ maxLength: 3, unit: 'binary' })), {
  maxLength: 6,
});
const numberLike = fc.string({ unit: fc.constantFrom(...'+-0123456789__..::eExXoObBafn'), minLength: 1, maxLength: 7 });
const NUMBERS_OF_SOME = [
  '0o17',
  '-0o7',
  '+_7',
  '-_1',
  '1e_1',
  '1e1_',
  '5.e9_2',
  '0X1F',
  '0B11',
  '0_x1',
  '1__2',
  '0o',
  '0b_',
  '._5',
  '8e3_70',
];
const dayLike = fc
  .tuple(fc.constantFrom('2001', '0001', '9999'), fc.constantFrom('-1-', '-01-', '-12-', '-99-'), fc.constantFrom('1', '31', '99'))
  .chain((day) =>
    fc
      .constantFrom('', ' 1:2:3', ' 1:02:03.', ' 21:59:43 +45', 'T21:59:43', 't21:59:43.10-05:00', ' 21:59:43 Z', '\t21:59:43')
      .map((time) => day.join('') + time),
  );
const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\t',
    '#!/bin/sh',
    '# x',
    '  indented',
    '\tindented',
    'a: b',
    '- a',
    '---',
    '...',
    'end ',
    'end\t',
    'key = "value"',
  ),
  fc.string({ maxLength: 8 }),
  fragments.map((parts) => parts.join('')),
);
const lines = fc.array(line, { minLength: 1, maxLength: 6 }).chain((all) => fc.constantFrom('\n', '\r\n').map((end) => all.join(end)));

/** Texts that readers might take for something else, without NUL. */
export const hostileText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 5, arbitrary: fragments.map((parts) => parts.join('')) },
    { weight: 2, arbitrary: lines },
    { weight: 2, arbitrary: lines.map((text) => `${text}\n`) },
    { weight: 2, arbitrary: numberLike },
    { weight: 1, arbitrary: fc.constantFrom(...NUMBERS_OF_SOME) },
    { weight: 1, arbitrary: dayLike },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  )
  .map((text) => text.replaceAll('\0', ''));
