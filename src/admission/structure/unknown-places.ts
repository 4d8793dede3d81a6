import type { FieldPath } from '../../facts';
import type { Manifest } from '../../graph';
import { fieldTable } from '../../imports/field-table';
import { kindEntry } from './kind-entry';
import { type SchemaNode, schemaNode } from './schema-node';

/** Fields of kinds without a structure here that no other kind has. */
const FURTHER_NAMES: readonly string[] = [
  'apiGroups',
  'arn',
  'cidr',
  'endPort',
  'except',
  'from',
  'ipBlock',
  'nonResourceURLs',
  'podSelector',
  'resourceNames',
  'roleRef',
  'subjects',
  'subnet',
  'to',
  'verbs',
];

/** Maps, whose keys are the user's, of whichever kind. */
const MAPS: ReadonlySet<string | number> = new Set(['annotations', 'labels', 'matchLabels', 'nodeSelector', 'selector']);

let names: ReadonlySet<string | number> | undefined;

/**
 * Whether nobody knows what a place in a manifest means: the structure of its kind has no such field, or, for a kind without a
 * structure here, no kind has.
 *
 * @param known the place that a rule is about, and knows
 */
export function isUnknownPlace(manifest: Manifest, path: FieldPath, known: FieldPath): boolean {
  const structure = structureOf(manifest);
  if (structure === undefined) {
    return path.length > known.length && isUnknownName(path);
  }
  let node: SchemaNode | undefined = structure;
  for (const key of path) {
    node = below(node, key);
    if (node === undefined) {
      return true;
    }
  }
  return false;
}

function structureOf(manifest: Manifest): SchemaNode | undefined {
  const entry = kindEntry(manifest);
  if (entry === undefined) {
    return undefined;
  }
  const { root, versions } = entry;
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

function isUnknownName(path: FieldPath): boolean {
  const [parent, name] = path.slice(-2);
  names ??= new Set([...namesOfTable(), ...FURTHER_NAMES]);
  return typeof name === 'string' && !names.has(name) && !MAPS.has(parent);
}

function namesOfTable(): Iterable<string> {
  const seen = new Map<SchemaNode, readonly string[]>();
  const visit = (node: SchemaNode): void => {
    if (!seen.has(node)) {
      seen.set(node, [...node.fields.keys()]);
      for (const { index } of node.fields.values()) {
        visit(schemaNode(index));
      }
      if (node.items !== undefined) {
        visit(node.items);
      }
    }
  };
  for (const { root } of Object.values(fieldTable().kinds)) {
    visit(schemaNode(root));
  }
  return [...seen.values()].flat();
}
