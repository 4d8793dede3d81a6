/** Where the entries of a list stand that have the same key as one of them: few are compared where the list is long. */
export function positionsBy<T>(entries: readonly T[], keyOf: (entry: T) => string): (entry: T) => readonly number[] {
  const byKey = new Map<string, number[]>();
  for (const [position, entry] of entries.entries()) {
    const key = keyOf(entry);
    const positions = byKey.get(key);
    positions === undefined ? byKey.set(key, [position]) : positions.push(position);
  }
  return (entry) => byKey.get(keyOf(entry)) ?? [];
}
