/** A copy that nobody can change. What stands in several places of the value stands there in the copy too. */
export function frozen<T>(value: T, copies = new Map<object, object>()): T {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const known = copies.get(value);
  if (known !== undefined) {
    return known as T;
  }
  const copy: any = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [name, member] of Object.entries(value)) {
    Object.defineProperty(copy, name, { value: frozen(member, copies), enumerable: true });
  }
  return Object.freeze(copy);
}
