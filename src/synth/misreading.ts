import { Yaml } from 'cdk8s';
import { readMember } from '../admission/pyyaml/read-member';
import {
  isNumberOfGo,
  LINE_BREAK_OF_YAML_1_1,
  LONE_SURROGATE,
  PLAIN_AT_A_GLANCE,
  REFUSED_IN_YAML,
  UNCOMMON_IN_YAML,
  YAML_TIME,
} from '../facts';

/** A text that a reader of YAML takes for something else, or refuses with the whole file. */
export interface Misreading {
  /** Whether kubectl, and what else is written in Go, refuses the file or the object. */
  readonly isRefused: boolean;
  readonly message: string;
  readonly remedy: string;
}

/** A block that begins with a tab, and does not say how far it is indented. */
const BLOCK_WITH_TAB = /^a:\n {2}b:\n {4}k: [|>][-+]?\n[ \n\u2028\u2029]*\t/;
/** A value without quotes. */
const UNQUOTED = /^a:\n {2}b:\n {4}k: [^"'|>\n]/;
const DAY = /^\d{4}-\d/;
const REWRITE = 'Write it in another way: cdk8s puts no quotes around it.';
const REMOVE = 'Remove it, or write the text in base64 where that is read.';

/** Whether everybody reads a text as it is meant once it stands in quotes, with escapes: there is none for half of a surrogate pair. */
export function isMendedByQuotes(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** What readers of YAML make of a value that is text, as cdk8s writes it; undefined: what it is. */
export function misreadValue(text: string): Misreading | undefined {
  return isUncommon(text) ? misreading(text, written('k', text), false) : undefined;
}

/** What readers of YAML make of a key. */
export function misreadKey(text: string): Misreading | undefined {
  return isUncommon(text) ? misreading(text, written(text, 'v'), true) : undefined;
}

/** A member as it stands in manifests: how far a line is indented may decide what it belongs to. */
function written(key: string, value: string): string {
  return Yaml.stringify({ a: { b: { [key]: value } } });
}

function isUncommon(text: string): boolean {
  return !PLAIN_AT_A_GLANCE.test(text) && isOddText(text);
}

function isOddText(text: string): boolean {
  return UNCOMMON_IN_YAML.test(text) || isNumberOfGo(text) || (text.includes(':') && YAML_TIME.test(text));
}

function misreading(text: string, yaml: string, isKey: boolean): Misreading | undefined {
  const refused = REFUSED_IN_YAML.exec(text);
  if (refused !== null) {
    return { isRefused: true, message: `it has ${nameOf(refused[0])}, which kubectl refuses in any file`, remedy: REMOVE };
  }
  if (LONE_SURROGATE.test(text)) {
    return { isRefused: true, message: 'it has half of a surrogate pair, which kubectl refuses in any file', remedy: 'Remove it.' };
  }
  if (BLOCK_WITH_TAB.test(yaml)) {
    const message = 'its first line begins with a tab, and kubectl refuses a file with a block that does, as cdk8s writes it';
    return { isRefused: true, message, remedy: 'Begin it with a line that has no tab before it, such as a comment.' };
  }
  if (YAML_TIME.test(text)) {
    return isQuoted(yaml) ? undefined : time();
  }
  if (isNumberOfGo(text)) {
    return isQuoted(yaml) ? undefined : number(isKey);
  }
  return isKey && text === '<<' ? merge() : misreadByPyyaml(text, yaml, isKey);
}

/** By the rules of YAML 1.1, which Go's reader follows like PyYAML, but for tabs and two words. */
function misreadByPyyaml(text: string, yaml: string, isKey: boolean): Misreading | undefined {
  const read = readMember(yaml, 3);
  const found = read && (isKey ? read.key : read.value);
  if (found === text) {
    return undefined;
  }
  const lineBreak = LINE_BREAK_OF_YAML_1_1.exec(text);
  if (lineBreak !== null) {
    return brokenLine(nameOf(lineBreak[0]), found === undefined || (!isKey && UNQUOTED.test(yaml) && !isText(found)));
  }
  if (found === undefined) {
    const what = text.includes('\t') ? 'it has a tab' : 'it is a word of YAML 1.1';
    const message = `${what}, and cdk8s writes it without quotes: PyYAML, with which Ansible reads, refuses the file`;
    return { isRefused: false, message, remedy: REWRITE };
  }
  const message = 'it has a line of nothing but spaces or tabs, which cdk8s writes in a way that every reader reads another text';
  return { isRefused: false, message, remedy: 'Remove spaces before the ends of lines.' };
}

function brokenLine(character: string, isRefused: boolean): Misreading {
  const outcome = isRefused ? 'kubectl refuses the file, or reads something else' : 'kubectl and PyYAML read another text';
  return { isRefused, message: `it has ${character}, which ends a line in YAML 1.1: ${outcome}`, remedy: REMOVE };
}

/** Whether a text is one without quotes, too; kubectl takes days for texts. */
function isText(text: string): boolean {
  return DAY.test(text) || (!isNumberOfGo(text) && Yaml.stringify(text) === `${text}\n`);
}

function isQuoted(yaml: string): boolean {
  return yaml.includes('"') || yaml.includes("'");
}

function time(): Misreading {
  return { isRefused: false, message: 'PyYAML and js-yaml read a time, or refuse the file for one that does not exist', remedy: REWRITE };
}

function number(isKey: boolean): Misreading {
  const message = isKey
    ? 'kubectl reads a number in its place, and another key'
    : 'kubectl reads a number, which the API server refuses where a text belongs';
  return { isRefused: !isKey, message, remedy: REWRITE };
}

function merge(): Misreading {
  return {
    isRefused: true,
    message: 'it merges the members of a map in YAML 1.1, and kubectl refuses anything else there',
    remedy: 'Use another key.',
  };
}

function nameOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
