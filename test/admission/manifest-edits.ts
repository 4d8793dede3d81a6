import { isObject, type Manifest } from '../../src/graph';

/** A step into an object or a list. */
export type Key = string | number;

/** The ways to all fields of a value. */
export function fieldsOf(value: unknown, way: readonly Key[] = []): Key[][] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => fieldsOf(entry, [...way, index]));
  }
  return isObject(value) ? Object.entries(value).flatMap(([name, field]) => [[...way, name], ...fieldsOf(field, [...way, name])]) : [];
}

export function valueAtWay(value: any, way: readonly Key[]): any {
  return way.reduce((object, key) => object?.[key], value);
}

/** A copy in which a field stands elsewhere; lists are joined. */
export function withFieldMoved<T>(value: T, from: readonly Key[], to: readonly Key[]): T {
  const copy = copyOf(value);
  const moved = valueAtWay(copy, from);
  delete valueAtWay(copy, from.slice(0, -1))[from[from.length - 1]];
  to.slice(0, -1).reduce((object: any, key) => {
    object[key] ??= {};
    return object[key];
  }, copy);
  const parent = valueAtWay(copy, to.slice(0, -1));
  const name = to[to.length - 1];
  parent[name] = Array.isArray(parent[name]) && Array.isArray(moved) ? [...parent[name], ...moved] : moved;
  return copy;
}

export function withoutField<T>(value: T, way: readonly Key[]): T {
  const copy = copyOf(value);
  delete valueAtWay(copy, way.slice(0, -1))[way[way.length - 1]];
  return copy;
}

/** `spec.ports[0].name` for a way without odd names. */
export function pathOf(way: readonly Key[]): string {
  return way
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}

export function wayOf(path: string): Key[] {
  return [...path.matchAll(/\[(\d+)\]|\["(.*?)"\]|([^.[\]]+)/g)].map(([, index, odd, name]) =>
    index === undefined ? (odd ?? name) : Number(index),
  );
}

/** The manifests with what a suggestion for a field says done: one result for each place that it names; none: it names no place. */
export function followed(manifests: readonly Manifest[], index: number, way: readonly Key[], remedy: string): Manifest[][] {
  const change = (edited: Manifest) => manifests.map((manifest, i) => (i === index ? edited : manifest));
  const manifest = manifests[index];
  if (/which is set: remove it here\.$|: remove it\.$/.test(remedy)) {
    return [change(withoutField(manifest, way))];
  }
  const [, named = ''] = /Did you mean (.*)\?/.exec(remedy) ?? [];
  return named === '' ? [] : named.split(' or ').map((place) => change(withFieldMoved(manifest, way, placeOf(place, way))));
}

/** A name alone is that of a field beside the unknown one. */
function placeOf(place: string, way: readonly Key[]): readonly Key[] {
  return /[.[]/.test(place) ? wayOf(place) : [...way.slice(0, -1), place];
}

/** A copy in which nothing is shared, as it is in YAML with aliases. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
