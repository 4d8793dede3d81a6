/** The positions of the objects whose name an object before them has already. */
export function repeatedNames(objects: readonly Record<string, any>[]): number[] {
  const seen = new Set<unknown>();
  return objects.flatMap(({ name }, index) => {
    const repeated = name !== undefined && seen.has(name);
    seen.add(name);
    return repeated ? [index] : [];
  });
}
