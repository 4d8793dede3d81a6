import { isSecretPlace } from './secrets';

/** A shorter text is part of many words. */
const SHORTEST = 4;

/** The plain values of an object that are not to be shown, the longest first: for texts of others, into which they may have been put. */
export function secretTexts(root: { readonly kind?: unknown }): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<object>();
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'object' && value !== null) {
      if (!seen.has(value)) {
        seen.add(value);
        for (const [key, member] of Object.entries(value)) {
          visit(member, [...path, Array.isArray(value) ? Number(key) : key]);
        }
      }
    } else if (typeof value !== 'boolean' && String(value).length >= SHORTEST && isSecretPlace(path, root)) {
      found.add(String(value));
    }
  };
  visit(root, []);
  return [...found].sort((one, other) => other.length - one.length);
}
