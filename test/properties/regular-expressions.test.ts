import { performance } from 'node:perf_hooks';
import { checkSync, type VulnerableDiagnostics } from 'recheck';
import { sourceExpressions } from '../support/regular-expressions';
import { RUNS } from './runs';

/** Each takes a part of a second, some take several: `npm test` measures all of them instead, and a quick run looks at one of so many. */
const GROUPS = RUNS < 100 ? 40 : 1;

/** How long one may be thought about. */
const TIMEOUT = 60_000;

/** No text that somebody writes is longer, and none of this length may take longer. */
const LONGEST_TEXT = 40_000;
const MOST_MILLISECONDS = 1000;

test('no regular expression takes long for a text that is made against it', () => {
  const faults = sourceExpressions()
    .filter((_, index) => index % GROUPS === 0)
    .flatMap(({ place, expression }) => {
      const found = checkSync(expression.source, expression.flags, { timeout: TIMEOUT });
      // What cannot be decided in that time is left to the texts that `npm test` measures all of them with.
      const took = 'attack' in found ? millisecondsFor(expression, textAgainst(found.attack)) : 0;
      return took < MOST_MILLISECONDS ? [] : [`${place} ${expression} took ${Math.round(took)} ms`];
    });
  expect(faults).toEqual([]);
});

/** What has more ways through a text than the text is long may still be quick, because the ways are short. */
function millisecondsFor(expression: RegExp, text: string): number {
  const start = performance.now();
  text.replace(expression, '');
  return performance.now() - start;
}

/** The text that was found, with what it repeats repeated until it is as long as it may be. */
function textAgainst({ pumps, suffix, string }: VulnerableDiagnostics['attack']): string {
  const once = pumps.reduce((length, { prefix, pump }) => length + prefix.length + pump.length, suffix.length);
  const times = Math.max(
    1,
    Math.floor(
      (LONGEST_TEXT - once) /
        Math.max(
          1,
          pumps.reduce((length, { pump }) => length + pump.length, 0),
        ),
    ),
  );
  return pumps.length === 0 ? string : pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}
