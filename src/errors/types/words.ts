import { classesOf, isRecord } from './classes';

/** A value as the text of an error has it; undefined: it is not set. */
export function shown(value: unknown): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'string':
      return JSON.stringify(value);
    case 'function':
      return value.name === '' ? 'a function' : `the function or class ${value.name}`;
    case 'object':
      return objectShown(value);
    default:
      return String(value);
  }
}

function objectShown(value: object | null): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : 'a list';
  }
  return isRecord(value) ? withArticle(classesOf(value)[0] ?? 'object without a class') : 'null';
}

/** `a Size`, `an Instancetype`. */
export function withArticle(name: string): string {
  const bare = bareName(name);
  return `${/^[AEIOaeio]/.test(bare) ? 'an' : 'a'} ${bare}`;
}

/** A name without its package. */
export function bareName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `a, b or c`. */
export function alternatives(names: readonly string[]): string {
  return inWords(names, 'or');
}

/** `a, b and c`. */
export function inWords(names: readonly string[], conjunction = 'and'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${conjunction} ${names[names.length - 1]}`;
}
