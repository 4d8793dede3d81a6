import { isSecretArgument } from '../secret-arguments';
import { type ArgumentType, simpleType } from './argument-type';
import { isOptions } from './classes';
import { alternatives, bareName } from './words';

/** Types by their names in the signatures. */
export const PLAIN_TYPES: { readonly [name: string]: ArgumentType } = {
  any: simpleType('a value', isGiven, () => 'Pass a value.'),
  json: simpleType('a plain object', isOptions, () => 'Pass an object with the fields of the manifest.'),
  string: simpleType('a string', isString, stringMeant),
  number: simpleType('a number', Number.isFinite, (value) => bareMeant(value, /^\s*-?\d+(\.\d+)?\s*$/) ?? 'Pass a number.'),
  boolean: simpleType('a boolean', isBoolean, (value) => bareMeant(value, /^(true|false)$/) ?? 'Pass true or false.'),
};

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

/** What has no quotes by mistake. */
function stringMeant(value: unknown, argument: string): string {
  if (typeof value !== 'number') {
    return 'Pass a string.';
  }
  return isSecretArgument(argument) ? 'Put it in quotes.' : `Put it in quotes: '${value}'.`;
}

/** What is in quotes by mistake. */
function bareMeant(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? `Leave the quotes out: ${value.trim()}.` : undefined;
}

/** A member of an enum: its value. */
export function enumType(name: string, members: { readonly [name: string]: string | number }): ArgumentType {
  const values = new Set<unknown>(Object.values(members));
  const spelled = (member: string) => `${bareName(name)}.${member}`;
  return simpleType(
    `a member of ${bareName(name)}`,
    (value) => values.has(value),
    (value) => {
      const meant = Object.keys(members).find((member) => [member, members[member]].some((text) => isLike(text, value)));
      return `Use ${meant === undefined ? alternatives(Object.keys(members).map(spelled)) : spelled(meant)}.`;
    },
  );
}

/** Upper case, hyphens and underscores are easily mistaken. */
function isLike(text: unknown, other: unknown): boolean {
  return lettersOf(text) === lettersOf(other);
}

function lettersOf(text: unknown): string {
  return typeof text === 'string' ? text.toLowerCase().replace(/[^a-z0-9]/g, '') : '';
}
