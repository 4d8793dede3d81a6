import {
  hasFormat,
  isBase64,
  isDurationOfSchemas,
  meantQuantity,
  type PatchOperation,
  parseFieldPath,
  pointerOf,
  quantityValue,
  TIMESTAMP,
} from '../../facts';
import { isObject } from '../../graph';
import type { Shape } from '../../imports/field-table';
import { didYouMean, nearest } from '../did-you-mean';
import { ecmaScript } from './go-patterns';
import type { StructureFault } from './structure-fault';

const EXPECTED: Readonly<Record<Shape['type'], string>> = {
  object: 'an object',
  array: 'a list',
  map: 'an object',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  'int-or-string': 'an integer or a string',
  quantity: 'a quantity such as 500m or 4Gi',
  'quantity-or-number': 'a quantity such as 500m or 4Gi',
  bytes: 'a text in base64',
  any: 'anything',
};

const INT32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
/** The number above the largest one is read as it, and as the largest one itself, from YAML. */
const INT64 = { minimum: -(2 ** 63), maximum: 2 ** 63 };

/** Whether a value has the type that its shape asks for. */
export function hasType(value: unknown, type: Shape['type']): boolean {
  switch (type) {
    case 'object':
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value);
    case 'quantity':
      return typeof value === 'number' ? Number.isInteger(value) : quantityValue(value) !== undefined;
    case 'quantity-or-number':
      // Go takes spaces around it for nothing.
      return typeof value === 'number' || (typeof value === 'string' && quantityValue(value.trim()) !== undefined);
    case 'bytes':
      // Go takes a list of numbers too.
      return typeof value === 'string' || Array.isArray(value);
    case 'any':
      return true;
    default:
      return typeof value === type;
  }
}

/**
 * @param itemType the type of the entries, of a list
 */
export function typeFault(value: unknown, type: Shape['type'], path: string, itemType?: Shape['type']): StructureFault {
  const message = `the API server takes ${EXPECTED[type]} here and rejects the object`;
  const meant = type === 'array' ? onlyEntry(value, itemType) : meantBy(value, type);
  const fix = meant === undefined ? undefined : { operations: [replacement(path, meant)], safe: true };
  return { kind: 'field-type-wrong', path, value, message, remedy: `Write ${EXPECTED[type]}.`, fix };
}

/**
 * The labels of a selector that is a map of labels itself, such as those of a MigrationPolicy.
 *
 * @param selector the path of the selector
 */
export function matchLabelsFault(labels: unknown, path: string, selector: string): StructureFault {
  const isMovable = isObject(labels) && Object.values(labels).every((label) => typeof label === 'string');
  const additions = Object.entries(isMovable ? labels : {}).map(([name, value]) => ({
    op: 'add' as const,
    path: pointerOf([...parseFieldPath(selector), name]),
    value,
  }));
  return {
    kind: 'field-type-wrong',
    path,
    value: labels,
    message: `${selector} is a map of labels, not a selector with matchLabels: the API server takes a string here and rejects the object`,
    remedy: 'Write its labels one level higher, and remove it.',
    fix: isMovable ? { operations: [{ op: 'remove', path: pointerOf(parseFieldPath(path)) }, ...additions], safe: true } : undefined,
  };
}

/** The same value in the right type: a text without quotes that it needs, a number or a boolean in quotes that it must not have. */
function meantBy(value: unknown, type: Shape['type']): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'boolean':
      return new Map<unknown, boolean>([
        ['true', true],
        ['false', false],
      ]).get(String(value).toLowerCase());
    case 'integer':
      return typeof value === 'string' && /^(0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : undefined;
    case 'number':
      return typeof value === 'string' && /^-?(0|[1-9]\d{0,14})(\.\d{1,14})?$/.test(value) ? Number(value) : undefined;
    case 'quantity':
    case 'quantity-or-number':
      return meantQuantity(value);
    default:
      return undefined;
  }
}

/** The list of a value that was written without one; a text with commas or spaces may be several. */
function onlyEntry(value: unknown, itemType: Shape['type'] | undefined): readonly unknown[] | undefined {
  const isOne = itemType !== undefined && itemType !== 'any' && hasType(value, itemType);
  return isOne && !(typeof value === 'string' && /^$|[\s,]/.test(value)) ? [value] : undefined;
}

function replacement(path: string, value: unknown): PatchOperation {
  return { op: 'replace', path: pointerOf(parseFieldPath(path)), value };
}

/** What was meant by a number in quotes, or by a text with spaces around it, which has the right form without them. */
export function formFix(path: string, value: unknown, shape: Shape): StructureFault['fix'] {
  const number = shape.type === 'int-or-string' ? meantBy(value, 'integer') : undefined;
  if (number !== undefined && boundFaults(number, shape).length === 0) {
    return { operations: [replacement(path, number)], safe: true };
  }
  const text = typeof value === 'string' ? value.trim() : value;
  return typeof text === 'string' && text !== value && expression(shape).test(text)
    ? { operations: [replacement(path, text)], safe: true }
    : undefined;
}

/** What was meant by a value that is not among those that are allowed: certain where only capitals differ. */
export function enumFix(path: string, value: unknown, shape: Shape): StructureFault['fix'] {
  const near = typeof value === 'string' ? nearest(value, choices(shape)) : undefined;
  return near === undefined
    ? undefined
    : { operations: [replacement(path, near)], safe: near.toLowerCase() === String(value).toLowerCase() };
}

/** What to do about a field that is missing: there may be one value only that it can have. */
export function onlyChoice(path: string, shape: Shape | undefined): Pick<StructureFault, 'remedy' | 'fix'> {
  const [only, ...others] = shape?.enum ?? [];
  return only === undefined || others.length > 0
    ? { remedy: 'Set it.' }
    : {
        remedy: `Set it to ${only}.`,
        fix: { operations: [{ op: 'add', path: pointerOf(parseFieldPath(path)), value: only }], safe: true },
      };
}

/** The values of a closed choice. That one takes an empty text for none is nothing to write. */
function choices({ enum: allowed = [] }: Shape): readonly string[] {
  return allowed.map(String).filter((value) => value !== '');
}

/** A fault of a value, wherever it stands. */
export type ScalarFault = Omit<StructureFault, 'path'>;

/** What is wrong with a value that has the right type: enum, pattern, bounds. */
export function scalarFaults(value: unknown, shape: Shape): ScalarFault[] {
  const faults = boundFaults(value, shape);
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    const remedy = didYouMean(String(value), choices(shape));
    faults.unshift({
      kind: 'field-value-not-allowed',
      value,
      message: 'the API server does not know this value and rejects the object',
      remedy,
    });
  }
  if (shape.pattern !== undefined && typeof value === 'string' && !expression(shape).test(value)) {
    const message = `the API server rejects what does not match ${shape.pattern}`;
    faults.unshift({ kind: 'field-pattern-mismatch', value, message, remedy: 'Write a value of this form.' });
  }
  const formatFault = typeof value === 'string' ? faultOfForm(value, shape) : undefined;
  return formatFault === undefined ? faults : [formatFault, ...faults];
}

function faultOfForm(value: string, { type, format }: Shape): ScalarFault | undefined {
  if (format === 'date-time' && !hasFormat(value, TIMESTAMP)) {
    return timeFault(value);
  }
  if (format === 'duration' && !isDurationOfSchemas(value)) {
    return durationFault(value);
  }
  return type === 'bytes' && !isBase64(value) ? base64Fault(value) : undefined;
}

function durationFault(value: string): ScalarFault {
  const message = 'the API server rejects what is no duration';
  return { kind: 'field-pattern-mismatch', value, message, remedy: 'Write a duration such as 1m30s.' };
}

function base64Fault(value: string): ScalarFault {
  const message = 'this is not base64, and the API server rejects the object';
  return { kind: 'field-pattern-mismatch', value, message, remedy: 'Encode it, or write it where texts are taken as they are.' };
}

function timeFault(value: string): ScalarFault {
  const message = `the API server rejects what is not ${TIMESTAMP.words}`;
  return { kind: 'field-pattern-mismatch', value, message, remedy: 'Write a time, or remove the field.' };
}

function boundFaults(value: unknown, shape: Shape): ScalarFault[] {
  const { actual, min, max, what } = bounds(value, shape);
  if (min !== undefined && actual < min) {
    const isUnread = shape.unsigned === true && shape.minimum === undefined;
    return [outOfBounds(value, `${what} is at least ${min}`, isUnread ? UNREAD : REJECTED)];
  }
  if (max !== undefined && actual > max) {
    return [outOfBounds(value, `${what} is at most ${max}`, REJECTED)];
  }
  return [];
}

interface Bounds {
  readonly actual: number;
  readonly min?: number;
  readonly max?: number;
  readonly what: string;
}

const BOUNDLESS: Bounds = { actual: 0, what: 'the value' };

function bounds(value: unknown, shape: Shape): Bounds {
  if (typeof value === 'number') {
    return { actual: value, ...numberBounds(shape), what: 'the value' };
  }
  if (typeof value === 'string' && (shape.minLength !== undefined || shape.maxLength !== undefined)) {
    return { actual: characters(value), min: shape.minLength, max: shape.maxLength, what: 'the number of characters' };
  }
  if (Array.isArray(value)) {
    return { actual: value.length, min: shape.minItems, max: shape.maxItems, what: 'the number of entries' };
  }
  return BOUNDLESS;
}

/** The number of characters, of which some take two units. */
function characters(text: string): number {
  return WIDE.test(text) ? [...text].length : text.length;
}

const WIDE = /[\ud800-\udbff]/;

/** The bounds of a number, both inclusive. */
export function numberBounds({ type, format, unsigned, minimum, maximum }: Shape): { readonly min?: number; readonly max?: number } {
  if (type !== 'integer' && format !== 'int32') {
    return { min: minimum, max: maximum };
  }
  const range = format === 'int32' ? INT32 : INT64;
  return { min: minimum ?? (unsigned ? 0 : range.minimum), max: maximum ?? range.maximum };
}

const REJECTED = 'the API server rejects the object';
const UNREAD = 'KubeVirt cannot read the object and refuses it';

function outOfBounds(value: unknown, rule: string, refusal: string): ScalarFault {
  return { kind: 'field-out-of-bounds', value, message: `${rule}, or ${refusal}`, remedy: 'Stay within the bounds.' };
}

const expressions = new WeakMap<Shape, RegExp>();

function expression(shape: Shape): RegExp {
  let compiled = expressions.get(shape);
  if (compiled === undefined) {
    compiled = ecmaScript(shape.pattern ?? '');
    expressions.set(shape, compiled);
  }
  return compiled;
}
