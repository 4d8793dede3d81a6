import type { ErrorObject, ValidateFunction } from 'ajv';
import { didYouMean } from '../../admission';
import { isDay, type RuleBook } from '../../audit';
import { type FieldPath, fieldPathText, pointerSteps, shownValue, valueAt } from '../../facts';
import { isObjectPattern, OBJECT_PATTERN_FORM } from '../audit/object-pattern';
import type { Config } from './config';
import { CONFIG_SCHEMA } from './schema';

/** What is wrong at a field of a configuration, in sentences. */
export interface ConfigFault {
  readonly path: FieldPath;
  readonly message: string;
}

/** What is wrong with the form of a configuration; none: it is one. */
export async function configFaults(value: unknown): Promise<readonly ConfigFault[]> {
  validator ??= compiled();
  const validate = await validator;
  if (validate(value)) {
    return [];
  }
  const faults = (validate.errors ?? []).flatMap((error) => schemaFault(error, value));
  return faults.filter(({ path }, index) => faults.findIndex((other) => other.path.join('/') === path.join('/')) === index);
}

/** Compiled once: `--watch` and cdk8s-cli ask more than once in a process. */
let validator: Promise<ValidateFunction> | undefined;

/** Loaded where there is a configuration: most runs need none of it. */
async function compiled(): Promise<ValidateFunction> {
  const { Ajv } = await import('ajv');
  return new Ajv({ allErrors: true, strict: false, verbose: true, code: { optimize: false } }).compile(CONFIG_SCHEMA);
}

function schemaFault(error: ErrorObject, document: unknown): ConfigFault[] {
  const path = pathOf(error.instancePath, document);
  const field = path.length === 0 ? 'the configuration' : fieldPathText(path);
  const { keyword, params } = error;
  const parent = error.parentSchema as { readonly type?: string; readonly properties?: object; readonly required?: readonly string[] };
  const fault = (message: string, at: FieldPath = path) => [{ path: at, message }];
  switch (keyword) {
    case 'additionalProperties': {
      const name: string = params.additionalProperty;
      return fault(`There is no field ${fieldPathText([...path, name])}. ${didYouMean(name, Object.keys(parent.properties ?? {}))}`, [
        ...path,
        name,
      ]);
    }
    case 'propertyNames':
      return fault(`There is no category ${params.propertyName}. ${didYouMean(params.propertyName, categories())}`, [
        ...path,
        params.propertyName,
      ]);
    case 'enum':
      return error.propertyName === undefined
        ? fault(`${field} is ${shown(error.data, path)}. ${didYouMean(String(error.data), params.allowedValues)}`)
        : [];
    case 'required':
      return isAlternative(error) ? [] : fault(`${field} has no ${params.missingProperty}. Write one.`);
    case 'anyOf':
      return fault(`${field} says neither object nor file, and would accept the finding everywhere. Write one, or turn the rule off.`);
    case 'oneOf':
      return typeof error.data === 'object'
        ? []
        : fault(`${field} is ${shown(error.data, path)}. Write a release, a file or a description.`);
    case 'type':
      return isAlternative(error) && typeof error.data === 'object'
        ? []
        : fault(`${field} is ${shown(error.data, path)}. ${typeRemedy(params.type)}`);
    case 'pattern':
      return fault(`${field} is ${shown(error.data, path)}. Write a day such as "2027-01-31".`);
    case 'minLength':
      return fault(`${field} is empty. Write something, or leave it out.`);
    default:
      return fault(`${field} is ${shown(error.data, path)}: it ${error.message}.`);
  }
}

/** Whether one of several forms does not fit, which says nothing by itself. */
function isAlternative({ schemaPath }: ErrorObject): boolean {
  return /\/(anyOf|oneOf)\//.test(schemaPath);
}

function categories(): readonly string[] {
  return (CONFIG_SCHEMA as any).properties.categories.propertyNames.enum;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'Write a text, in quotes if it looks like something else.',
  array: 'Write a list.',
  object: 'Write fields with values.',
  boolean: 'Write true or false.',
  integer: 'Write a whole number.',
};

function typeRemedy(type: string): string {
  return TYPES[type] ?? `It has to be of type ${type}.`;
}

function shown(value: unknown, path: FieldPath): string {
  return shownValue(value, { path });
}

/** What a schema cannot know: which rules there are, and which days. */
export function meaningFaults({ rules = {}, acknowledge = [] }: Config, book: RuleBook): readonly ConfigFault[] {
  const unknown = (rule: string, path: FieldPath): ConfigFault[] =>
    book.has(rule) ? [] : [{ path, message: `There is no rule ${rule}. ${book.suggestion(rule)}` }];
  return [
    ...Object.keys(rules).flatMap((rule) => unknown(rule, ['rules', rule])),
    ...acknowledge.flatMap(({ rule, object, until }, index) => {
      const path = ['acknowledge', index];
      const isNoDay = until !== undefined && !isDay(until);
      return [
        ...unknown(rule, [...path, 'rule']),
        ...(isNoDay ? [{ path: [...path, 'until'], message: `There is no day ${until}. Write a day such as "2027-01-31".` }] : []),
        ...(object === undefined || isObjectPattern(object)
          ? []
          : [{ path: [...path, 'object'], message: `"${object}" names no object. Write ${OBJECT_PATTERN_FORM}.` }]),
      ];
    }),
  ];
}

/** The keys and indices of a JSON pointer in a document. */
function pathOf(pointer: string, document: unknown): FieldPath {
  const path: (string | number)[] = [];
  for (const key of pointerSteps(pointer)) {
    path.push(Array.isArray(valueAt(document, path)) ? Number(key) : key);
  }
  return path;
}
