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
