import { isObject } from './manifest';

/** A field that is set, with its path from where the search began. */
export interface FieldValue {
  readonly path: string;
  readonly value: unknown;
}

/**
 * The places that a path leads to, as far as they are set.
 *
 * @param root where the path begins
 * @param steps names of fields, each with `[]` at its end when it holds a list, e.g. `['disks[]', 'cache']`
 */
export function fieldValues(root: unknown, steps: readonly string[]): FieldValue[] {
  const found: FieldValue[] = [];
  collect({ path: '', value: root }, steps, 0, found);
  return found;
}

function collect(place: FieldValue, steps: readonly string[], position: number, found: FieldValue[]): void {
  if (position === steps.length) {
    found.push(place);
    return;
  }
  if (!isObject(place.value)) {
    return;
  }
  const step = steps[position];
  const isList = step.endsWith('[]');
  const name = isList ? step.slice(0, -2) : step;
  const value = place.value[name];
  if (value === undefined || value === null) {
    return;
  }
  const path = place.path === '' ? name : `${place.path}.${name}`;
  if (!isList) {
    collect({ path, value }, steps, position + 1, found);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      collect({ path: `${path}[${index}]`, value: item }, steps, position + 1, found);
    }
  }
}
