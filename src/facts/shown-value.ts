import type { FieldPath } from './field-path';
import { isSecretPlace, REDACTED, withoutSecrets } from './secrets';

/** No value is shown longer. */
export const LONGEST_VALUE = 120;

/** Where a value stands. */
export interface Place {
  readonly path: FieldPath;
  /** The kind of the object. */
  readonly kind?: unknown;
}

/** What may be shown of a value, as JSON on one line, without secrets, cut at one length. */
export function shownValue(value: unknown, { path, kind }: Place): string {
  if (value === undefined) {
    return 'not set';
  }
  return shortened(new Writer(kind).write(value, path));
}

/** What may be shown of a value that nobody knows anything of. */
export function shownKind(value: unknown): string {
  if (typeof value === 'string') {
    return sized('a text', value.length, 'character');
  }
  if (typeof value !== 'object' || value === null) {
    return `a ${typeof value}`;
  }
  return Array.isArray(value)
    ? sized('a list', value.length, 'entry', 'entries')
    : sized('an object', Object.keys(value).length, 'field', 'fields', 'with');
}

/** A text cut at the length of values. */
export function shortened(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

/** Control characters, line ends, and what turns the direction of writing: with them a text could forge lines of a log. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text on one line. */
export function onOneLine(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const hexadecimal = (character.codePointAt(0) as number).toString(16);
    return hexadecimal.length > 4 ? `\\u{${hexadecimal}}` : `\\u${hexadecimal.padStart(4, '0')}`;
  });
}

/** A text as a log may have it: what looks like a secret is left out, and no character begins another line. */
export function printable(text: string): string {
  return onOneLine(withoutSecrets(text));
}

/** Text in quotes, as in JSON, on one line. */
export function quoted(text: string): string {
  return onOneLine(JSON.stringify(text));
}

function sized(what: string, size: number, one: string, many = `${one}s`, joint = 'of'): string {
  return size === 0 ? what.replace(/^an? /, 'an empty ') : `${what} ${joint} ${size} ${size === 1 ? one : many}`;
}

/** A longer text is cut before anybody looks for secrets in it: what is shown is shorter still. */
const MOST_READ = 4096;

/** Writes as JSON.stringify does, without secrets, and no further than somebody reads. */
class Writer {
  private length = 0;

  public constructor(private readonly kind: unknown) {}

  public write(value: unknown, path: FieldPath): string {
    if (Array.isArray(value)) {
      return `[${this.members(value.length, (index) => this.write(value[index], [...path, index]))}]`;
    }
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value).filter(([, member]) => member !== undefined);
      return `{${this.members(members.length, (index) => this.member(...members[index], path))}}`;
    }
    if (value !== '' && isSecretPlace(path, this.kind)) {
      return this.counted(REDACTED);
    }
    return this.counted(typeof value === 'string' ? quoted(withoutSecrets(value.slice(0, MOST_READ))) : String(value));
  }

  private members(count: number, member: (index: number) => string): string {
    const texts: string[] = [];
    for (let index = 0; index < count && this.length <= LONGEST_VALUE; index++) {
      texts.push(member(index));
      this.length++;
    }
    return texts.join(',');
  }

  private member(name: string, value: unknown, path: FieldPath): string {
    return this.counted(`${quoted(name)}:`) + this.write(value, [...path, name]);
  }

  private counted(text: string): string {
    this.length += text.length;
    return text;
  }
}
