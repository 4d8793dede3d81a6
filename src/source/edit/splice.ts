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

/** Loaded when a fix changes more than one place. */
interface DiffModule {
  readonly diffLines: (
    old: string,
    fresh: string,
  ) => readonly { readonly value: string; readonly added?: boolean; readonly removed?: boolean }[];
}

/** The pieces in which two texts differ: lines between them that are the same belong to none. */
export function splicesBetween(before: string, after: string): Splice[] {
  const whole = spliceBetween(before, after);
  const old = before.slice(whole.start, whole.end);
  if (!old.includes('\n') || !whole.text.includes('\n')) {
    return [whole];
  }
  const { diffLines }: DiffModule = require('diff');
  const splices: Splice[] = [];
  const start = whole.start === 0 ? 0 : before.lastIndexOf('\n', whole.start - 1) + 1;
  const next = before.indexOf('\n', whole.end);
  const rest = next < 0 ? 0 : before.length - next - 1;
  let at = start;
  for (const { value, added, removed } of diffLines(before.slice(start, before.length - rest), after.slice(start, after.length - rest))) {
    const last = splices[splices.length - 1];
    const end = removed ? at + value.length : at;
    if (last?.end === at && (added || removed)) {
      splices[splices.length - 1] = { start: last.start, end, text: last.text + (added ? value : '') };
    } else if (added || removed) {
      splices.push({ start: at, end, text: added ? value : '' });
    }
    at += added ? 0 : value.length;
  }
  return splices;
}

/** The piece that begins where two texts differ first, and ends where they differ last. */
function spliceBetween(before: string, after: string): Splice {
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
