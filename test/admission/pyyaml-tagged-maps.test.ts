import { safeLoadFault } from '../../src/admission/pyyaml/safe-load';

/** What PyYAML 6.0.3 says: test/readers has many more where it is installed. */
test.each([
  ['!!null\n =: x\n', true],
  ['!!null [x]\n', false],
  ['a: !!int {=: 3}\n', true],
  ['a: !!int {=: x}\n', false],
  ['a: !!int {=: {=: 4}}\n', true],
  ['a: !!bool {=: yes}\n', true],
  ['a: !!timestamp {=: 2001-01-01}\n', false],
  ['a: !!str {"=": x}\n', false],
  ['a: !!str {!!value k: x}\n', true],
  ['{!!str {=: x}: 1}\n', true],
  ['{!!value {=: x}: 1}\n', true],
  ['{!!value {a: x}: 1}\n', false],
  ['{!!merge {a: 1}: {b: 2}}\n', true],
  ['a: &a !!str\n  =: *a\n', false],
])('%j loads: %s', (text, loads) => {
  expect(safeLoadFault(text, 'map') === undefined).toBe(loads);
});
