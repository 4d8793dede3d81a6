/**
 * A copy of plain data without fields that are undefined.
 *
 * cdk8s drops them too, but only after it has walked over each several times, and of the many options of a VM most are left out.
 */
export function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(withoutUndefined) as T;
  }
  if (value === null || typeof value !== 'object' || value.constructor !== Object) {
    return value;
  }
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[name];
    if (child !== undefined) {
      kept[name] = withoutUndefined(child);
    }
  }
  return kept as T;
}
