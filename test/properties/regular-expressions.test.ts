import { checkSync } from 'recheck';
import { sourceExpressions } from '../support/regular-expressions';
import { RUNS } from './runs';

/** Each takes a part of a second, some take several: `npm test` measures all of them instead, and a quick run looks at one of so many. */
const GROUPS = RUNS < 100 ? 40 : 1;

/** How long one may be thought about. */
const TIMEOUT = 60_000;

test('no regular expression has more ways through a text than the text is long', () => {
  const faults = sourceExpressions()
    .filter((_, index) => index % GROUPS === 0)
    .flatMap(({ place, expression }) => {
      const { source, flags } = expression;
      const found = checkSync(source, flags, { timeout: TIMEOUT });
      const why = found.status === 'vulnerable' ? found.complexity.summary : found.status;
      return found.status === 'safe' ? [] : [`${place} ${expression} is ${why}`];
    });
  expect(faults).toEqual([]);
});
