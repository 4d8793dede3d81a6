import { OBJECT_META } from './object-meta';

/** A JSON schema or the OpenAPI dialect of it that CRDs are written in. */
export type Schema = Record<string, any>;

/**
 * Turns the schema of a CRD into a JSON schema that refuses what the API server would drop in silence.
 *
 * - An object that lists its properties has no others, unless it preserves unknown fields.
 * - An int-or-string is an integer or a string; a `pattern` beside it holds for strings.
 * - `metadata`, which CRDs leave open, is an ObjectMeta.
 * - What has a default is not required: the API server fills it in before it validates.
 * - `nullable` needs a type in ajv: it becomes a list of types.
 *
 * Conditions (`allOf`, `anyOf`, `oneOf`, `not`) look at some properties and say nothing about the others: they stay
 * as they are. CEL rules (`x-kubernetes-validations`) are not evaluated.
 */
export function strictSchema(schema: Schema): Schema {
  const { nullable, properties, items, additionalProperties, ...strict } = withoutNullConditions(schema);
  if (schema['x-kubernetes-int-or-string']) {
    strict.type = ['integer', 'string'];
    delete strict.anyOf;
  }
  if (nullable) {
    strict.type = [strict.type, 'null'].flat();
  }
  if (schema['x-kubernetes-list-type'] === 'set') {
    strict.uniqueItems = true;
  }
  if (properties) {
    strict.properties = mapValues(properties, strictProperty);
    strict.additionalProperties = schema['x-kubernetes-preserve-unknown-fields'] === true;
  }
  if (strict.required) {
    strict.required = strict.required.filter((name: string) => properties?.[name]?.default === undefined);
  }
  if (items) {
    strict.items = strictSchema(items);
  }
  if (additionalProperties) {
    strict.additionalProperties = additionalProperties === true ? true : strictSchema(additionalProperties);
  }
  return strict;
}

function strictProperty(name: string, schema: Schema): Schema {
  const strict = strictSchema(schema);
  const isOpenMetadata = name === 'metadata' && schema.type === 'object' && !schema.properties;
  return isOpenMetadata ? { ...OBJECT_META, type: strict.type } : strict;
}

/** The Route CRD says `anyOf: null`, which is no schema. */
function withoutNullConditions(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword, value]) => keyword === 'default' || value !== null));
}

function mapValues(object: Schema, map: (key: string, value: Schema) => Schema): Schema {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(key, value)]));
}
