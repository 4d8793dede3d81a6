import { Yaml } from 'cdk8s';
import { NOT_PLAIN, PLAIN_AT_A_GLANCE, YAML_NUMBER, YAML_TIMESTAMP, YAML_WORD } from '../facts';
import { isMendedByQuotes, misreadKey, misreadValue } from './misreading';

/** What the package escapes, or folds around. */
const ESCAPED = /[^\P{Cc}\t\n]|\p{Cs}/u;
/** Lines that stand in a block as they are: they begin with something, and no space or second break is at their end. */
const BLOCK = /^\S(?:[\s\S]*\S)?\n?$/;
/** What JSON leaves as it is, and some reader refuses or takes for the end of a line. */
const NOT_READ_AS_IT_IS = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;
/** At the beginning of a line of its own it would end the document. */
const DOCUMENT_MARKER = /^(?:---|\.\.\.)/;

/** Keys as they stand in maps that are not the outermost: fields have the same names in all manifests. */
const commonKeys = new Map<string, string>();
const MOST_COMMON_KEYS = 2000;

/** The key of a member, with the colon left to the caller. */
export function keyText(key: string, indentation: string): string {
  if (indentation === '' && DOCUMENT_MARKER.test(key)) {
    return keyOfPackage(key, indentation);
  }
  const known = commonKeys.get(key);
  if (known !== undefined) {
    return known;
  }
  const text = misreadKey(key) !== undefined && isMendedByQuotes(key) ? quotedLine(key) : ordinaryKey(key, indentation);
  if (commonKeys.size < MOST_COMMON_KEYS) {
    commonKeys.set(key, text);
  }
  return text;
}

function ordinaryKey(key: string, indentation: string): string {
  return isOneLine(key) ? lineText(key) : keyOfPackage(key, indentation);
}

/**
 * The text of a value.
 *
 * @param indentation of lines after the first
 */
export function valueText(text: string, indentation: string): string {
  if (PLAIN_AT_A_GLANCE.test(text)) {
    return text;
  }
  if (misreadValue(text) !== undefined && isMendedByQuotes(text)) {
    return quotedLine(text);
  }
  if (isOneLine(text)) {
    return lineText(text);
  }
  return BLOCK.test(text) && !ESCAPED.test(text) ? block(text, indentation) : valueOfPackage(text, indentation);
}

function isOneLine(text: string): boolean {
  return !text.includes('\n') && !ESCAPED.test(text);
}

function lineText(text: string): string {
  if (!NOT_PLAIN.test(text) && !YAML_WORD.test(text) && !YAML_NUMBER.test(text) && !YAML_TIMESTAMP.test(text)) {
    return text;
  }
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

function block(text: string, indentation: string): string {
  const isEnded = text.endsWith('\n');
  const lines = isEnded ? text.slice(0, -1) : text;
  return `|${isEnded ? '' : '-'}\n${indentation}${lines.replace(/\n+/g, `$&${indentation}`)}`;
}

/** In quotes on one line, as every reader reads it. */
function quotedLine(text: string): string {
  return JSON.stringify(text).replace(NOT_READ_AS_IT_IS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A value as the package writes it in a map whose members are indented like this. */
function valueOfPackage(text: string, indentation: string): string {
  return within(indentation.length / 2 - 1, { k: text }).slice(indentation.length + 1);
}

function keyOfPackage(key: string, indentation: string): string {
  return within(indentation.length / 2, { [key]: 'v' }).slice(indentation.length, -3);
}

/** The last member of maps within maps, as the package writes it, and what is in front of it in its line. */
function within(levels: number, member: object): string {
  let map = member;
  for (let level = 0; level < levels; level++) {
    map = { k: map };
  }
  return Yaml.stringify(map)
    .slice(levels * (levels + 2))
    .replace(/\n$/, '');
}
