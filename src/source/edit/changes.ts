import { isDeepStrictEqual } from 'node:util';
import type { FieldPath } from '../../facts';
import { isObject } from '../../graph';

/** A step from one value to another, at a place as it is when the steps before are done. */
export type Change =
  | { readonly kind: 'set' | 'insert'; readonly path: FieldPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: FieldPath }
  | { readonly kind: 'rename'; readonly path: FieldPath; readonly name: string };

/** The fewest steps that make one value of another: what is the same in both is not touched. */
export function changesBetween(before: unknown, after: unknown, path: FieldPath = []): Change[] {
  if (isDeepStrictEqual(before, after)) {
    return [];
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return listChanges(before, after, path);
  }
  return isObject(before) && isObject(after) ? mappingChanges(before, after, path) : [{ kind: 'set', path, value: after }];
}

/** What comes is there before what goes: a mapping without anything in between would be one in brackets. */
function mappingChanges(before: Record<string, unknown>, after: Record<string, unknown>, path: FieldPath): Change[] {
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const added = new Map(Object.entries(after).filter(([key]) => !Object.hasOwn(before, key)));
  const removals = removed.map((key) => removal(path, key, before[key], added));
  return [
    ...Object.entries(after).flatMap(([key, value]) =>
      Object.hasOwn(before, key) ? changesBetween(before[key], value, [...path, key]) : [],
    ),
    ...[...added].map(([key, value]): Change => ({ kind: 'set', path: [...path, key], value })),
    ...removals,
  ];
}

/** A field goes, or gets the name of one with the same value that comes, which then is no longer to be added. */
function removal(path: FieldPath, key: string, value: unknown, added: Map<string, unknown>): Change {
  const [name] = [...added].find(([, other]) => isDeepStrictEqual(other, value)) ?? [];
  if (name === undefined) {
    return { kind: 'remove', path: [...path, key] };
  }
  added.delete(name);
  return { kind: 'rename', path: [...path, key], name };
}

/** Entries that are the same at both ends stay; of those between, the first are changed, and the rest comes or goes. */
function listChanges(before: readonly unknown[], after: readonly unknown[], path: FieldPath): Change[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(before[start], after[start])) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(before[before.length - 1 - end], after[after.length - 1 - end])) {
    end++;
  }
  const changed = shorter - start - end;
  const at = (index: number) => [...path, index];
  return [
    ...range(start, start + changed).flatMap((index) => changesBetween(before[index], after[index], at(index))),
    ...range(start + changed, before.length - end)
      .reverse()
      .map((index): Change => ({ kind: 'remove', path: at(index) })),
    ...range(start + changed, after.length - end).map((index): Change => ({ kind: 'insert', path: at(index), value: after[index] })),
  ];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
}
