import { hostileTexts } from '../support/hostile-texts';
import { processorTime } from '../support/processor-time';
import { sourceExpressions } from '../support/regular-expressions';

/** A pattern that goes back over a text of this length takes some hundred times as long as one that does not. */
const LENGTH = 20_000;
const MILLISECONDS = 150;

const EXPRESSIONS = sourceExpressions();

test('the regular expressions of the library are found, wherever they come from', () => {
  const places = EXPRESSIONS.map(({ place }) => place.replace(/:.*/s, ''));
  expect(EXPRESSIONS.length).toBeGreaterThan(200);
  expect(places).toEqual(expect.arrayContaining(['facts/quantities.ts', 'made at facts/dns-names.ts', 'field table']));
});

test('no text makes a regular expression take much longer than it is long', () => {
  const texts = Object.entries(hostileTexts(LENGTH));
  const slow: string[] = [];
  for (const { place, expression } of EXPRESSIONS) {
    for (const [name, text] of texts) {
      if (isSlow(expression, text) && isSlow(expression, text)) {
        slow.push(`${place} ${expression} with ${name}`);
        break;
      }
    }
  }
  expect(slow).toEqual([]);
});

/** Matches the whole text, as `matchAll` and `replace` do with a global expression. */
function isSlow(expression: RegExp, text: string): boolean {
  const start = processorTime();
  text.replace(expression, '');
  return processorTime() - start > MILLISECONDS;
}
