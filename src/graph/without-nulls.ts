/**
 * A value without the fields that are null; the value itself where there is none.
 *
 * To leave a field out and to set it to null is the same to an API server: it drops such fields before it looks at an
 * object. Exported manifests are full of them. A null in a list stays.
 */
export function withoutNulls<T>(value: T): T {
  return hasNullFields(value) ? (copyWithoutNulls(value) as T) : value;
}

function hasNullFields(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  if (Array.isArray(value)) {
    return value.some(hasNullFields);
  }
  for (const name of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[name];
    if (field === null || hasNullFields(field)) {
      return true;
    }
  }
  return false;
}

function copyWithoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copyWithoutNulls);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, copyWithoutNulls(field)]));
}
