import fc from 'fast-check';
import { spliced, splicesBetween } from '../../src/source';

const texts = fc.array(fc.constantFrom('a', 'b', 'cc', 'c d', '\n', '\n\n', '\r\n'), { maxLength: 14 }).map((parts) => parts.join(''));

test('the pieces make one text of the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(spliced(before, splicesBetween(before, after))).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

test('lines between two changes belong to neither', () => {
  const before = 'a: 1\nsecret: x\nb: 2\n';
  expect(splicesBetween(before, 'a: 3\nsecret: x\nb: 4\n')).toEqual([
    { start: 0, end: 5, text: 'a: 3\n' },
    { start: 15, end: 20, text: 'b: 4\n' },
  ]);
  expect(splicesBetween(before, 'a: 1\nsecret: x\nb: 3\n')).toEqual([{ start: 18, end: 19, text: '3' }]);
});
