import type { Shape } from './runtime/field-table';
import type { Schema } from './schema';
import { isUnsigned } from './unsigned';

export type NodeType = Shape['type'];

/** What a schema says about a value beyond its type. */
export interface Facts {
  readonly enum?: readonly unknown[];
  /** The first release that limits the value, when older ones have the field and do not. */
  readonly constrainedSince?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  /** Go reads it into a type without negative numbers. */
  readonly unsigned?: true;
  readonly default?: unknown;
  readonly nullable?: boolean;
  /** None: the elements as a whole are unique. */
  readonly listMapKeys?: readonly string[];
}

/** One place in a kind's schema, in its newest release. */
export interface SchemaNode {
  readonly type: NodeType;
  readonly facts: Facts;
  /** The fields of an object. */
  readonly fields: readonly Field[];
  /** What an array or a map holds. */
  readonly items?: SchemaNode;
  /** The object takes fields besides `fields`. */
  readonly open?: boolean;
  /** The object is Kubernetes' ObjectMeta. */
  readonly objectMeta?: boolean;
}

export interface Field {
  readonly name: string;
  readonly node: SchemaNode;
  readonly required: boolean;
  /** The first release that has this path; absent when the source has no releases. */
  readonly since?: string;
  /** The field is optional now and was required in releases before this one. */
  readonly requiredBefore?: string;
}

const QUANTITY_PATTERN = /^\^\(\\\+\|-\)\?\(\(\[0-9\]\+/;
const FACTS = ['enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'format', 'default', 'nullable'] as const;

/** Facts that make the API server refuse a value. */
const LIMITS = ['enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

/** Builds nodes from the same place's schemas in all releases, oldest first; `undefined` where a release lacks the place. */
export class ModelBuilder {
  constructor(private readonly releases: readonly string[]) {}

  /** The whole object: metadata is ObjectMeta, status is not looked into. */
  root(schemas: readonly (Schema | undefined)[]): SchemaNode {
    const node = this.node(schemas);
    const fields = node.fields.map((field) => (field.name === 'status' ? { ...field, node: ANY } : field));
    return {
      ...node,
      fields: fields.map((field) => (field.name === 'metadata' ? { ...field, node: objectMeta({ open: false }) } : field)),
    };
  }

  private node(schemas: readonly (Schema | undefined)[]): SchemaNode {
    const schema = schemas[schemas.length - 1] as Schema;
    const type = nodeType(schema);
    const leaf: SchemaNode = { type, facts: { ...factsOf(schema, type), ...this.constraintHistory(schemas) }, fields: [] };
    switch (type) {
      case 'object':
        return { ...leaf, fields: this.fields(schemas), ...(schema['x-kubernetes-preserve-unknown-fields'] ? { open: true } : {}) };
      case 'array':
        return { ...leaf, items: this.node(schemas.map((each) => each?.items)) };
      case 'map':
        return { ...leaf, items: this.node(schemas.map((each) => each?.additionalProperties as Schema | undefined)) };
      default:
        return leaf;
    }
  }

  /** The release from which on a value is limited, where the field is older than that. */
  private constraintHistory(schemas: readonly (Schema | undefined)[]): Facts {
    const newest = schemas[schemas.length - 1] as Schema;
    const limits = LIMITS.filter((name) => newest[name] !== undefined);
    const isFree = (each: Schema | undefined) => each !== undefined && limits.some((name) => each[name] === undefined);
    const lastFree = schemas.map(isFree).lastIndexOf(true);
    return lastFree < 0 ? {} : { constrainedSince: this.releases[lastFree + 1] };
  }

  private fields(schemas: readonly (Schema | undefined)[]): readonly Field[] {
    const newest = schemas[schemas.length - 1] as Schema;
    return Object.keys(newest.properties ?? {}).map((name) => {
      const children = schemas.map((each) => each?.properties?.[name]);
      const node = isObjectMeta(name, children[children.length - 1] as Schema) ? embeddedMeta(children) : this.field(name, children);
      return {
        name,
        node,
        required: mustBeSet(name, newest),
        ...this.history(name, schemas, children),
      };
    });
  }

  private field(name: string, schemas: readonly (Schema | undefined)[]): SchemaNode {
    const node = this.node(schemas);
    return isUnsigned(name, node.type) ? { ...node, facts: { ...node.facts, unsigned: true } } : node;
  }

  private history(name: string, schemas: readonly (Schema | undefined)[], children: readonly (Schema | undefined)[]) {
    const since = this.releases[children.findIndex((child) => child !== undefined)];
    const lastRequired = schemas.map((each) => each !== undefined && mustBeSet(name, each)).lastIndexOf(true);
    const relaxed = lastRequired >= 0 && lastRequired < schemas.length - 1;
    return { ...(since ? { since } : {}), ...(relaxed ? { requiredBefore: this.releases[lastRequired + 1] } : {}) };
  }
}

/** Whether an author has to set a field: the API server fills in defaults before it looks for what is required. */
function mustBeSet(name: string, { required, properties }: Schema): boolean {
  return (required?.includes(name) ?? false) && properties?.[name]?.default === undefined;
}

function nodeType(schema: Schema): NodeType {
  if (schema['x-kubernetes-int-or-string']) {
    return QUANTITY_PATTERN.test(schema.pattern ?? '') ? 'quantity' : 'int-or-string';
  }
  if (schema.type === 'object' || schema.type === undefined) {
    if (schema.properties !== undefined) {
      return 'object';
    }
    if (typeof schema.additionalProperties === 'object') {
      return 'map';
    }
    return schema.type === undefined || schema['x-kubernetes-preserve-unknown-fields'] ? 'any' : 'object';
  }
  return schema.type as NodeType;
}

function factsOf(schema: Schema, type: NodeType): Facts {
  const facts: { [name: string]: unknown } = {};
  for (const name of FACTS) {
    if (schema[name] !== undefined) {
      facts[name] = schema[name];
    }
  }
  if (schema.pattern !== undefined && type !== 'quantity') {
    facts.pattern = schema.pattern;
  }
  if (schema['x-kubernetes-list-map-keys'] !== undefined) {
    facts.listMapKeys = schema['x-kubernetes-list-map-keys'];
  } else if (schema['x-kubernetes-list-type'] === 'set') {
    facts.listMapKeys = [];
  }
  return facts;
}

/** CRDs leave embedded metadata without properties; where unknown fields are not kept either, nothing is, and it is an object like others. */
function isObjectMeta(name: string, schema: Schema): boolean {
  return name === 'metadata' && schema.type === 'object' && schema['x-kubernetes-preserve-unknown-fields'] === true;
}

function embeddedMeta(schemas: readonly (Schema | undefined)[]): SchemaNode {
  return { ...objectMeta({ open: true }), facts: factsOf(schemas[schemas.length - 1] as Schema, 'object') };
}

const ANY: SchemaNode = { type: 'any', facts: {}, fields: [] };
const STRING: SchemaNode = { type: 'string', facts: {}, fields: [] };
const INTEGER: SchemaNode = { type: 'integer', facts: {}, fields: [] };
const BOOLEAN: SchemaNode = { type: 'boolean', facts: {}, fields: [] };
const TIME: SchemaNode = { type: 'string', facts: { format: 'date-time', nullable: true }, fields: [] };
const STRING_MAP: SchemaNode = { type: 'map', facts: { nullable: true }, fields: [], items: STRING };

/** Kubernetes' ObjectMeta, which CRDs don't spell out. */
function objectMeta(options: { open: boolean }): SchemaNode {
  return { ...objectOf(META_FIELDS), objectMeta: true, ...(options.open ? { open: true } : {}) };
}

function objectOf(fields: { readonly [name: string]: SchemaNode }, required: readonly string[] = []): SchemaNode {
  return {
    type: 'object',
    facts: {},
    fields: Object.entries(fields).map(([name, node]) => ({ name, node, required: required.includes(name) })),
  };
}

const OWNER_REFERENCE = objectOf(
  { apiVersion: STRING, blockOwnerDeletion: BOOLEAN, controller: BOOLEAN, kind: STRING, name: STRING, uid: STRING },
  ['apiVersion', 'kind', 'name', 'uid'],
);

const META_FIELDS: { readonly [name: string]: SchemaNode } = {
  annotations: STRING_MAP,
  creationTimestamp: TIME,
  deletionGracePeriodSeconds: INTEGER,
  deletionTimestamp: TIME,
  finalizers: { type: 'array', facts: {}, fields: [], items: STRING },
  generateName: STRING,
  generation: INTEGER,
  labels: STRING_MAP,
  managedFields: ANY,
  name: STRING,
  namespace: STRING,
  ownerReferences: { type: 'array', facts: {}, fields: [], items: OWNER_REFERENCE },
  resourceVersion: STRING,
  selfLink: STRING,
  uid: STRING,
};
