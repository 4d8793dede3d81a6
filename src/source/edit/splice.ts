/** A piece of a text, and what to write there instead. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with pieces of it, which do not overlap, written anew. */
export function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((current, { start, end, text: inserted }) => current.slice(0, start) + inserted + current.slice(end), text);
}

/** The piece in which two texts differ. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
