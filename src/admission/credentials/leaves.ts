import { isObject } from '../../graph';

/** A text within data, with where it stands. */
export interface Leaf {
  readonly path: string;
  /** The path without positions in lists. */
  readonly field: string;
  readonly text: string;
  readonly parent: unknown;
}

/** Deeper nobody writes, and the search calls itself. */
const DEEPEST = 30;

/** The texts and numbers of data, wherever they stand. */
export function* leavesOf(value: unknown, path = '', field = '', parent?: unknown, depth = 0): Iterable<Leaf> {
  if (typeof value === 'string' || typeof value === 'number') {
    yield { path, field, text: String(value), parent };
  } else if (depth > DEEPEST) {
    return;
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      yield* leavesOf(entry, `${path}[${index}]`, `${field}[]`, value, depth + 1);
    }
  } else if (isObject(value)) {
    for (const [name, entry] of Object.entries(value)) {
      const dot = path === '' ? '' : '.';
      yield* leavesOf(entry, `${path}${dot}${name}`, `${field}${dot}${name}`, value, depth + 1);
    }
  }
}
