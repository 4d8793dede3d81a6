import { type SchemaNode, schemaNode } from './schema-node';

/** The step from a list to its elements. */
export const ELEMENTS = '[]';

/** The step from a map to its values. */
export const VALUES = '*';

/** A place in the structure of a kind, in steps: names of fields, `ELEMENTS` and `VALUES`. */
export type Place = readonly string[];

/** No place is deeper; the limit keeps a table that refers to itself from running away. */
const MAX_DEPTH = 32;

/** The status is the cluster's: nobody means a place in it. */
const STATUS = 'status';

const indexes = new Map<number, ReadonlyMap<string, readonly Place[]>>();

/**
 * The places where a field is legal, the shortest way first, whatever the case of its letters, with dashes and underscores or without.
 *
 * @param root the index of the structure of the whole object in the field table
 */
export function placesOfField(root: number, name: string): readonly Place[] {
  let index = indexes.get(root);
  if (index === undefined) {
    index = indexOf(root);
    indexes.set(root, index);
  }
  return index.get(plainName(name)) ?? [];
}

/** A name without what tells `run_strategy` and `RunStrategy` from `runStrategy`. */
export function plainName(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

function indexOf(root: number): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>();
  const walk = (node: SchemaNode, place: Place): void => {
    if (place.length > MAX_DEPTH) {
      return;
    }
    if (node.items !== undefined) {
      walk(node.items, [...place, node.type === 'array' ? ELEMENTS : VALUES]);
    }
    for (const [name, { index: field }] of node.fields) {
      if (name !== STATUS) {
        const here = [...place, name];
        const known = index.get(plainName(name));
        known === undefined ? index.set(plainName(name), [here]) : known.push(here);
        walk(schemaNode(field), here);
      }
    }
  };
  walk(schemaNode(root), []);
  for (const places of index.values()) {
    places.sort((a, b) => a.length - b.length);
  }
  return index;
}
