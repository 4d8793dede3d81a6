import { isDeepStrictEqual } from 'node:util';
import { evaluateManifests } from '../../src/audit';
import { valueAt } from '../../src/facts';
import { changedAt, places } from './places';

/** Line ends, a colour, and marks that turn the direction of writing, hide, or stand for nothing. */
const HOSTILE = '\n\r\u2028\u2029\u0085error: forged\u001b[31m\u202e\u2066\u200b\ufeff\u00ad\u{e0041}\u034f"].x\\';
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

test('no text or key of a manifest begins a line of its own, or hides in one, and its path leads to it', () => {
  const shown: string[] = [];
  const astray: string[] = [];
  let findings = 0;
  for (const place of places()) {
    const documents = changedAt(place, (text) => `${text}${HOSTILE}`);
    for (const { document, path, manifestPath, shownValue, message, remedy, text, value } of evaluateManifests(
      documents,
      place.fixture.cluster,
    )) {
      findings++;
      shown.push(...[manifestPath, shownValue, message, remedy, text].filter((part) => UNPRINTABLE.test(part)));
      if (path.length > 0 && !isDeepStrictEqual(valueAt(document, path), value)) {
        astray.push(manifestPath);
      }
    }
  }
  expect(findings).toBeGreaterThan(1000);
  expect([...new Set(shown)]).toEqual([]);
  expect([...new Set(astray)]).toEqual([]);
});
