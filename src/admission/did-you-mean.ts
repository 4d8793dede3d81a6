/** A sentence that names the allowed value that was probably meant, or all of them. */
export function didYouMean(value: string, allowed: readonly string[]): string {
  const near = nearest(value, allowed);
  return near === undefined ? `Use one of ${allowed.join(', ')}.` : `Did you mean ${near}?`;
}

/** The allowed value that was probably meant; an empty text means none of them. */
export function nearest(value: string, allowed: readonly string[]): string | undefined {
  if (value === '') {
    return undefined;
  }
  return allowed.find((candidate) => candidate.toLowerCase() === value.toLowerCase()) ?? allowed.find(isNear(value));
}

function isNear(value: string): (candidate: string) => boolean {
  return (candidate) => distanceBetween(value.toLowerCase(), candidate.toLowerCase()) <= 2;
}

/** Nobody asks how far apart two strings are that differ by more. */
const FARTHEST = 8;

/**
 * Number of characters to insert, remove or replace to turn one string into the other; for strings of very different lengths the least
 * that it can be.
 */
export function distanceBetween(from: string, to: string): number {
  const difference = Math.abs(from.length - to.length);
  if (difference > FARTHEST) {
    return difference;
  }
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (from[i] === to[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length];
}
