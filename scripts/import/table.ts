import type { Kind, KindVersion, Model } from './load';
import type { Field, SchemaNode } from './model';
import type { FieldTable, KindEntry, Shape, VersionEntry } from './runtime/field-table';

type FieldEntry = NonNullable<Shape['fields']>[string];

/** Defaults whose JSON is longer say more about an operator's opinion than about one field. */
const MAX_DEFAULT_LENGTH = 80;

/** Builds the run-time table and its shapes: equal ones, with equal marks of releases, are stored once. */
export function buildTable(model: Model): { readonly table: FieldTable; readonly shapes: readonly Shape[] } {
  const shapes = new ShapeStore();
  const kinds: { [key: string]: KindEntry } = {};
  for (const kind of model.kinds) {
    kinds[`${kind.group}/${kind.config.kind}`] = kindEntry(kind, shapes, model.releases[0]);
  }
  return { table: { releases: model.releases, kinds }, shapes: shapes.all };
}

function kindEntry(kind: Kind, shapes: ShapeStore, oldest: string): KindEntry {
  const root = shapes.add(kind.version.root, oldest);
  const versions = kind.versions.map((version) => [version.name, versionEntry(version, shapes.add(version.root, oldest), root)] as const);
  return { plural: kind.plural, scope: kind.scope, version: kind.version.name, root, versions: Object.fromEntries(versions) };
}

function versionEntry(version: KindVersion, root: number, kindRoot: number): VersionEntry {
  return {
    ...(version.since ? { since: version.since } : {}),
    ...(version.removed ? { removed: version.removed } : {}),
    ...(root === kindRoot ? {} : { root }),
  };
}

/** Structures by their indexes, of which equal ones are one. */
export class ShapeStore {
  readonly all: Shape[] = [];
  private readonly indexes = new Map<string, number>();

  /** @param first the index of the first one */
  constructor(private readonly first = 0) {}

  /** The index of a node's shape; `since` is the release of the object that the node stands in. */
  add(node: SchemaNode, since: string): number {
    const shape = this.shape(node, since);
    const key = JSON.stringify(shape);
    const known = this.indexes.get(key);
    if (known !== undefined) {
      return known;
    }
    const index = this.first + this.all.push(shape) - 1;
    this.indexes.set(key, index);
    return index;
  }

  private shape(node: SchemaNode, since: string): Shape {
    const required = node.fields.filter((field) => field.required).map((field) => field.name);
    const relaxed = node.fields.filter((field) => field.requiredBefore !== undefined);
    return {
      type: node.type,
      ...(node.fields.length > 0 ? { fields: this.fields(node.fields, since) } : {}),
      ...(node.open ? { open: true } : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(relaxed.length > 0
        ? { requiredBefore: Object.fromEntries(relaxed.map((each) => [each.name, each.requiredBefore as string])) }
        : {}),
      ...(node.items ? { items: this.add(node.items, since) } : {}),
      ...factsOf(node),
    };
  }

  private fields(fields: readonly Field[], since: string): { readonly [name: string]: FieldEntry } {
    const entries = fields.map((field): [string, FieldEntry] => {
      const fieldSince = field.since ?? since;
      const shape = this.add(field.node, fieldSince);
      return [field.name, fieldSince === since ? [shape] : [shape, fieldSince]];
    });
    return Object.fromEntries(entries);
  }
}

function factsOf(node: SchemaNode): SchemaNode['facts'] {
  const { default: value, ...facts } = node.facts;
  const small = value !== undefined && JSON.stringify(value).length <= MAX_DEFAULT_LENGTH;
  return small ? { ...facts, default: value } : facts;
}
