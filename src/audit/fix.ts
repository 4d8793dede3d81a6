import { nearest } from '../admission';
import { entryPath, parseFieldPath, pointerOf, valueAt } from '../facts';
import { isObject, type Manifest, objectsOf } from '../graph';
import type { Fix } from './rule';

/** A mend that takes a field out; it does what was meant in any case. */
export function safeRemoval(path: string): Fix {
  return { operations: [{ op: 'remove', path: pointerOf(parseFieldPath(path)) }], safe: true };
}

/** A mend that takes a field out, where somebody has to decide whether that is what was meant. */
export function removal(path: string): Fix {
  return { ...safeRemoval(path), safe: false };
}

/** A mend that sets a field of an object, be it there or not, where somebody has to decide. */
export function setting(path: string, value: unknown): Fix {
  return { operations: [{ op: 'add', path: pointerOf(parseFieldPath(path)), value }], safe: false };
}

/** A mend that sets a field to the only value that can be meant. */
export function safeSetting(path: string, value: unknown): Fix {
  return { ...setting(path, value), safe: true };
}

/** A mend that sets a field of an object, and makes the objects around it that are missing, where somebody has to decide. */
export function settingIn(manifest: Manifest, path: string, value: unknown): Fix {
  const steps = parseFieldPath(path);
  const missing = steps.findIndex((_, index) => valueAt(manifest, steps.slice(0, index + 1)) === undefined);
  const depth = missing < 0 ? steps.length : missing + 1;
  const wrapped = steps.slice(depth).reduceRight((inner, key) => ({ [key]: inner }), value);
  return { operations: [{ op: 'add', path: pointerOf(steps.slice(0, depth)), value: wrapped }], safe: false };
}

/** A mend that adds an entry to a list of an object, be there one or not, where somebody has to decide. */
export function appending(manifest: Manifest, path: string, entry: unknown): Fix {
  const list = valueAt(manifest, parseFieldPath(path));
  return Array.isArray(list)
    ? { operations: [{ op: 'add', path: `${pointerOf(parseFieldPath(path))}/-`, value: entry }], safe: false }
    : settingIn(manifest, path, [entry]);
}

/** A mend that sets entries of a map of an object, such as labels, where somebody has to decide. */
export function settingEntries(manifest: Manifest, path: string, entries: Readonly<Record<string, unknown>>): Fix {
  const isThere = valueAt(manifest, parseFieldPath(path)) !== undefined;
  const each = Object.entries(entries).map(([key, value]) => setting(entryPath(path, key), value));
  return isThere ? together(...each) : settingIn(manifest, path, entries);
}

/** A mend that gives a template the labels that a selector asks for; undefined: it asks for more than certain labels. */
export function labelling(manifest: Manifest, path: string, selector: unknown): Fix | undefined {
  const { matchLabels, matchExpressions } = isObject(selector) ? selector : {};
  const isPlain = isObject(matchLabels) && Object.values(matchLabels).every((value) => typeof value === 'string');
  return isPlain && objectsOf(matchExpressions).length === 0 ? settingEntries(manifest, path, matchLabels) : undefined;
}

/** Mends that belong together; certain where each of them is. */
export function together(...fixes: readonly Fix[]): Fix {
  return { operations: fixes.flatMap(({ operations }) => operations), safe: fixes.every(({ safe }) => safe) };
}

/** The same mend, where it does what was meant in any case. */
export function certain(fix: Fix): Fix {
  return { ...fix, safe: true };
}

/** A mend that gives a field, with its value, another name in the same object, where somebody has to decide. */
export function renaming(path: string, value: unknown, name: string): Fix {
  const to = pointerOf([...parseFieldPath(path).slice(0, -1), name]);
  return { operations: [...safeRemoval(path).operations, { op: 'add', path: to, value }], safe: false };
}

/** A mend that writes a text without the spaces in it, where it has the right form then. */
export function withoutSpaces(path: string, value: string, isRight: (text: string) => boolean): Fix | undefined {
  const text = value.replace(/\s/g, '');
  return text !== value && isRight(text) ? safeSetting(path, text) : undefined;
}

/** A mend that writes the allowed value that is near to the one there: certain where only capitals differ. Undefined: none is. */
export function nearestValue(path: string, value: string, allowed: readonly string[]): Fix | undefined {
  const near = nearest(value, allowed);
  if (near === undefined || near === value) {
    return undefined;
  }
  const operation = { op: 'replace', path: pointerOf(parseFieldPath(path)), value: near } as const;
  return { operations: [operation], safe: near.toLowerCase() === value.toLowerCase() };
}
