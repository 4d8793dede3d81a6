import type { FieldPath } from '../../facts';
import { apiGroup, type Manifest } from '../../graph';
import { fieldTable } from '../../imports/field-table';
import { type SchemaNode, schemaNode } from './schema-node';

/** Whether the structure of a kind has no such place; false for a kind that has no structure here. */
export function isUnknownPlace(manifest: Manifest, path: FieldPath): boolean {
  let node = structureOf(manifest);
  if (node === undefined) {
    return false;
  }
  for (const key of path) {
    node = below(node, key);
    if (node === undefined) {
      return true;
    }
  }
  return false;
}

function structureOf(manifest: Manifest): SchemaNode | undefined {
  const { kinds } = fieldTable();
  const groupAndKind = `${apiGroup(manifest)}/${manifest.kind}`;
  if (!Object.hasOwn(kinds, groupAndKind)) {
    return undefined;
  }
  const { root, versions } = kinds[groupAndKind];
  const version = String(manifest.apiVersion).slice(String(manifest.apiVersion).indexOf('/') + 1);
  return schemaNode((Object.hasOwn(versions, version) ? versions[version].root : undefined) ?? root);
}

function below(node: SchemaNode, key: string | number): SchemaNode | undefined {
  if (node.type === (typeof key === 'number' ? 'array' : 'map')) {
    return node.items;
  }
  const field = node.fields.get(String(key));
  return field && schemaNode(field.index);
}
