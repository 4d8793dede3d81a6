import type { Facts, Field, NodeType, SchemaNode } from '../model';
import { ImportError } from '../schema';
import { LIMITS } from './limits';

/** What is read of a schema in the OpenAPI document of an API server. */
export interface ServedSchema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: { readonly [name: string]: ServedSchema };
  readonly items?: ServedSchema;
  readonly additionalProperties?: ServedSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly $ref?: string;
  readonly allOf?: readonly ServedSchema[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

/** Schemas by their names, such as `io.k8s.api.core.v1.Service`. */
export type ServedSchemas = Readonly<Record<string, ServedSchema>>;

const REFERENCE = '#/components/schemas/';

/** Types of Go with a decoder of their own. */
const DECODED: Readonly<Record<string, NodeType>> = { Quantity: 'quantity-or-number', IntOrString: 'int-or-string' };

/** The format of bytes. */
const BASE64 = 'byte';

const ANY: SchemaNode = { type: 'any', facts: {}, fields: [] };

/** Fields that authors do not write, and that a server takes in all exported objects. */
const NOT_LOOKED_INTO: readonly string[] = ['status', 'metadata.managedFields'];

/**
 * The structure of a kind, as its server reads it into types of Go: what has another type is refused.
 *
 * That a field is required, or has a closed choice, is taken from the document as it is: a server does not ask for all of it.
 */
export function structureOfKind(schemas: ServedSchemas, version: string, kind: string): SchemaNode {
  const isKind = (schema: ServedSchema) =>
    schema['x-kubernetes-group-version-kind']?.some((served) => served.kind === kind && served.version === version) ?? false;
  const schema = Object.values(schemas).find(isKind);
  if (schema === undefined) {
    throw new ImportError(`The API server describes no ${kind} of ${version}.`);
  }
  return new Reader(schemas, kind).structure(schema, kind, '');
}

class Reader {
  constructor(
    private readonly schemas: ServedSchemas,
    private readonly kind: string,
  ) {}

  /** @param struct the type of Go that the place belongs to */
  structure(schema: ServedSchema, struct: string, place: string): SchemaNode {
    if (NOT_LOOKED_INTO.includes(place)) {
      return ANY;
    }
    const reference = schema.$ref ?? schema.allOf?.[0].$ref;
    if (reference !== undefined) {
      const name = reference.slice(REFERENCE.length);
      const type = name.slice(name.lastIndexOf('.') + 1);
      const decoded = DECODED[type];
      return decoded === undefined ? this.structure(this.schemas[name], type, place) : { ...ANY, type: decoded };
    }
    const { type, properties, items, additionalProperties: values } = schema;
    if (properties !== undefined) {
      return { ...ANY, type: 'object', fields: Object.entries(properties).map((property) => this.field(property, schema, struct, place)) };
    }
    if (values !== undefined) {
      return { ...ANY, type: 'map', items: this.structure(values, struct, `${place}.*`) };
    }
    if (items !== undefined) {
      return { ...ANY, type: 'array', items: this.structure(items, struct, `${place}[]`) };
    }
    if (schema.format === BASE64) {
      return { ...ANY, type: 'bytes' };
    }
    return type === undefined || type === 'object' ? ANY : { ...ANY, type: type as NodeType, facts: factsOf(schema) };
  }

  private field([name, schema]: [string, ServedSchema], { required = [] }: ServedSchema, struct: string, within: string): Field {
    const place = within === '' ? name : `${within}.${name}`;
    const { isRequired, keys = [], ...limits } = LIMITS[`${this.kind} ${place}`] ?? LIMITS[`${struct}.${name}`] ?? {};
    const node = this.structure(schema, struct, place);
    const fields = keys.map((key) => ({ name: key, node: node.items ?? ANY, required: true }));
    return {
      name,
      node: { ...node, facts: { ...node.facts, ...limits }, fields: [...node.fields, ...fields] },
      required: isRequired ?? required.includes(name),
    };
  }
}

function factsOf({ format, enum: values }: ServedSchema): Facts {
  return { ...(values === undefined ? {} : { enum: values }), ...(format === undefined ? {} : { format }) };
}
