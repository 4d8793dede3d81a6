import stringWidth from 'string-width';

/** Lines are wrapped no narrower than that, whatever the terminal says. */
const NARROWEST = 20;
const PLAIN = /^[ -~]*$/;

/** The columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/**
 * The words of a text in lines that take no more than a number of columns; words that are longer stay whole, to be copied.
 *
 * @param taken columns that the first line has lost already
 */
export function wrapped(text: string, columns = Number.POSITIVE_INFINITY, taken = 0): string[] {
  const widest = Math.max(NARROWEST, columns);
  if (columns === Number.POSITIVE_INFINITY || (taken + text.length <= widest && PLAIN.test(text))) {
    return [text];
  }
  const lines: string[] = [];
  let words: string[] = [];
  let used = Math.min(taken, widest);
  for (const word of text.split(' ')) {
    const wide = columnsOf(word);
    if (words.length > 0 && used + wide > widest) {
      lines.push(words.join(' '));
      words = [];
      used = 0;
    }
    words.push(word);
    used += wide + 1;
  }
  return [...lines, words.join(' ')];
}
