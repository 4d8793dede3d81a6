import type { Kind, Model } from './load';
import type { Facts, Field, SchemaNode } from './model';
import { curatedName, fallbackName } from './names';
import { ImportError } from './schema';

/** A struct of the L1: one shape under one name, wherever it is used. */
export interface Struct {
  readonly name: string;
  readonly fields: StructField[];
  /** Where it is used, as `<Kind> <path>`. */
  readonly places: string[];
  /** The names of the structs that have fields of this type. */
  readonly users: Set<string>;
}

export interface StructField {
  readonly name: string;
  readonly node: SchemaNode;
  readonly required: boolean;
  /** The first release that has the field in any of the struct's places. */
  since?: string;
  /** The field was required in releases before this one. */
  readonly requiredBefore?: string;
  /** What holds in all of the places. */
  facts: Facts;
  /** What holds for each element of the field in all of the places. */
  itemFacts: Facts;
}

interface Visit {
  readonly node: SchemaNode;
  readonly parent?: Struct;
  readonly field: string;
  readonly isElement: boolean;
  readonly place: string;
}

/** Whether a node becomes a struct: an object with fields of its own. */
export function isStruct(node: SchemaNode): boolean {
  return node.type === 'object' && node.fields.length > 0 && node.objectMeta === undefined;
}

/** The fields of an object that the L1 has: all but the status of an embedded object. */
function l1Fields(node: SchemaNode): readonly Field[] {
  return node.fields.filter((field) => field.name !== 'status' || !node.fields.some((other) => other.name === 'spec'));
}

/** Finds the structs of all kinds and names them. */
export class StructCollector {
  private readonly byName = new Map<string, Struct>();
  private readonly byShape = new Map<string, Struct>();
  private readonly byNode = new Map<SchemaNode, Struct>();

  constructor(model: Model) {
    for (const kind of model.kinds.filter((each) => each.config.file !== undefined)) {
      this.collect(kind);
    }
  }

  get all(): readonly Struct[] {
    return [...this.byName.values()];
  }

  /** The struct of an object node. */
  of(node: SchemaNode): Struct {
    return this.byNode.get(node) as Struct;
  }

  /** Breadth first, so that what stands near the root gets the short name. */
  private collect(kind: Kind): void {
    const name = kind.config.kind;
    const queue: Visit[] = [{ node: specOf(kind), field: `${name}Spec`, isElement: false, place: `${name} spec` }];
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
      queue.push(...this.visit(visit));
    }
  }

  private visit({ node, parent, field, isElement, place }: Visit): Visit[] {
    if (node.items !== undefined) {
      const step = node.type === 'array' ? '[]' : '.*';
      return [{ node: node.items, parent, field, isElement: true, place: place + step }];
    }
    if (!isStruct(node)) {
      return [];
    }
    const struct = this.structFor({ node, parent, field, isElement, place });
    this.byNode.set(node, struct);
    struct.places.push(place);
    if (parent !== undefined) {
      struct.users.add(parent.name);
    }
    return l1Fields(node).map((child) => ({
      node: child.node,
      parent: struct,
      field: child.name,
      isElement: false,
      place: `${place}.${child.name}`,
    }));
  }

  private structFor({ node, parent, field, isElement }: Visit): Struct {
    const shape = shapeKey(node);
    const wanted = curatedName(parent?.name ?? '', field);
    const known = wanted === undefined ? this.byShape.get(shape) : this.byName.get(wanted);
    if (known !== undefined && shapeOf(known) === shape) {
      merge(known, node);
      return known;
    }
    const name = this.freeName(wanted ?? fallbackName(field, isElement), parent?.name, field, shape);
    const existing = this.byName.get(name);
    if (existing !== undefined) {
      merge(existing, node);
      return existing;
    }
    const struct: Struct = { name, fields: l1Fields(node).map(toStructField), places: [], users: new Set() };
    this.byName.set(name, struct);
    if (!this.byShape.has(shape)) {
      this.byShape.set(shape, struct);
    }
    return struct;
  }

  /** The name, or the parent's name and the field where the name stands for another shape. */
  private freeName(name: string, parent: string | undefined, field: string, shape: string): string {
    const candidates = parent === undefined ? [name] : [name, parent + fallbackName(field, false)];
    const free = candidates.find((each) => {
      const taken = this.byName.get(each);
      return taken === undefined || shapeOf(taken) === shape;
    });
    if (free === undefined) {
      throw new ImportError(
        `No name left for ${parent}.${field}: ${candidates.join(' and ')} are other structs. Add one to names-table.ts.`,
      );
    }
    return free;
  }
}

export function specOf(kind: Kind): SchemaNode {
  const spec = kind.version.root.fields.find((field) => field.name === 'spec');
  if (spec === undefined) {
    throw new ImportError(`${kind.config.kind} has no spec.`);
  }
  return spec.node;
}

function toStructField(field: Field): StructField {
  return { ...field, facts: field.node.facts, itemFacts: field.node.items?.facts ?? {} };
}

/** Another place with the same shape: keeps what holds in both. */
function merge(struct: Struct, node: SchemaNode): void {
  for (const field of l1Fields(node)) {
    const known = struct.fields.find((each) => each.name === field.name) as StructField;
    known.since = earlier(known.since, field.since);
    known.facts = common(known.facts, field.node.facts);
    known.itemFacts = common(known.itemFacts, field.node.items?.facts ?? {});
  }
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined || compare(a, b) <= 0 ? (a ?? b) : b;
}

function compare(a: string, b: string): number {
  const [[majorA, minorA], [majorB, minorB]] = [a, b].map((release) => release.split('.').map(Number));
  return majorA - majorB || minorA - minorB;
}

function common(a: Facts, b: Facts): Facts {
  const other: { readonly [name: string]: unknown } = { ...b };
  return Object.fromEntries(Object.entries(a).filter(([name, value]) => JSON.stringify(value) === JSON.stringify(other[name])));
}

const keys = new WeakMap<SchemaNode, string>();

/** Equal for nodes that are the same TypeScript type. */
function shapeKey(node: SchemaNode): string {
  let key = keys.get(node);
  if (key === undefined) {
    key = isStruct(node) ? fieldsKey(l1Fields(node)) : `${typeName(node)}${node.items ? `<${shapeKey(node.items)}>` : ''}`;
    keys.set(node, key);
  }
  return key;
}

function typeName(node: SchemaNode): string {
  if (node.objectMeta) {
    return 'metadata';
  }
  return node.type === 'object' ? 'any' : node.type;
}

function shapeOf(struct: Struct): string {
  return fieldsKey(struct.fields);
}

function fieldsKey(fields: readonly Pick<Field, 'name' | 'node' | 'required'>[]): string {
  const parts = fields.map((field) => `${field.name}${field.required ? '' : '?'}:${shapeKey(field.node)}`);
  return `{${parts.sort().join(',')}}`;
}
