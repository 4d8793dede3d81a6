/**
 * What a table or a map has under a key that somebody else has chosen; undefined: nothing. `table[key]` finds something under
 * `constructor` in every object.
 */
export function ownValue<T>(table: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
