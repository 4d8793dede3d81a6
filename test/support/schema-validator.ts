import Ajv, { type ValidateFunction } from 'ajv';
import type { Schema } from './crd-schema';

const MAP_KEYS = 'x-kubernetes-list-map-keys';
const GO_DURATION = /^[-+]?(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[-+]\d{2}:\d{2})$/;

/**
 * Compiles a schema into a function that lists what is wrong with a value.
 *
 * The API server fills in defaults before it validates. Ajv does so too, but looks at the conditions of an object
 * first, so a first run fills in and a second one judges.
 */
export function schemaValidator(schema: Schema): (value: object) => string[] {
  const validate = ajv().compile(schema);
  return (value) => {
    const copy = structuredClone(value);
    validate(copy);
    return errorsOf(validate, copy);
  };
}

function errorsOf(validate: ValidateFunction, value: object): string[] {
  if (validate(value)) {
    return [];
  }
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = params.additionalProperty ?? params.allowedValues?.join(', ');
    return `${instancePath || '/'} ${message}${detail === undefined ? '' : `: ${detail}`}`;
  });
}

function ajv(): Ajv {
  const instance = new Ajv({
    allErrors: true,
    strict: false,
    useDefaults: true,
    unicodeRegExp: false,
    code: { regExp: goRegExp, optimize: false },
  });
  instance.addFormat('int32', { type: 'number', validate: (value: number) => Math.abs(value) <= 2 ** 31 });
  instance.addFormat('int64', { type: 'number', validate: (value: number) => Math.abs(value) <= 2 ** 63 });
  instance.addFormat('date-time', RFC_3339);
  instance.addFormat('duration', GO_DURATION);
  instance.addFormat('ipv4', true);
  instance.addFormat('ipv6', true);
  instance.addKeyword({ keyword: MAP_KEYS, type: 'array', validate: hasUniqueKeys, error: { message: 'must have unique keys' } });
  return instance;
}

/** What Go writes as `(?i)` in front of an expression is a flag in JavaScript. */
const goRegExp = Object.assign(
  (pattern: string, flags: string) => {
    const source = pattern.replace(/^(\^?)\(\?i\)/, '$1');
    return new RegExp(source, source === pattern ? flags : `${flags}i`);
  },
  { code: 'new RegExp' },
);

/** Lists of the type `map` hold one item a key. */
function hasUniqueKeys(keys: string[], items: Schema[]): boolean {
  const identities = items.map((item) => JSON.stringify(keys.map((key) => item?.[key])));
  return new Set(identities).size === items.length;
}
