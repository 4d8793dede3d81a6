import { nearest } from '../admission';
import { parseFieldPath, pointerOf } from '../facts';
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

/** A mend that gives a field, with its value, another name in the same object, where somebody has to decide. */
export function renaming(path: string, value: unknown, name: string): Fix {
  const to = pointerOf([...parseFieldPath(path).slice(0, -1), name]);
  return { operations: [...safeRemoval(path).operations, { op: 'add', path: to, value }], safe: false };
}

/** A mend that writes the allowed value that is near to the one there: certain where only capitals differ. Undefined: none is. */
export function nearestValue(path: string, value: string, allowed: readonly string[]): Fix | undefined {
  const near = nearest(value, allowed);
  if (near === undefined) {
    return undefined;
  }
  const operation = { op: 'replace', path: pointerOf(parseFieldPath(path)), value: near } as const;
  return { operations: [operation], safe: near.toLowerCase() === value.toLowerCase() };
}
