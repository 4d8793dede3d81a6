const CHARACTERS = new Map([
  ['\\w', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'],
  ['\\d', '0123456789'],
  ['\\a', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['\\A', '!@#%^&*()-_+={}[]<>,?'],
]);

const PART = /\[([^\]]{1,256})\]\{(\d{1,9})\}/g;
/** A template of OpenShift asks for 255 at most. */
const LONGEST = 255;

/**
 * A text that fits an expression such as `[a-z0-9]{16}`: always the same for the same seed, so that a judgement does not depend
 * on chance.
 */
export function generatedText(expression: string, seed: string): string {
  let state = [...seed].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) as number)) >>> 0, 7);
  const next = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % count;
  };
  return expression.replace(PART, (_, set: string, length: string) => {
    const characters = charactersOf(set);
    return Array.from({ length: Math.min(Number(length), LONGEST) }, () => characters[next(characters.length)]).join('');
  });
}

/** The characters of a set such as `a-z0-9` or `\w`. */
function charactersOf(set: string): string {
  const named = CHARACTERS.get(set);
  if (named !== undefined) {
    return named;
  }
  return set.replace(/(.)-(.)/g, (range, first: string, last: string) => {
    const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
    return from > to ? range : Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('');
  });
}
