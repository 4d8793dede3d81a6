import type { FieldPath } from './field-path';
import { onOneLine, quoted } from './one-line';
import { REDACTED, withoutSecrets } from './secret-looks';
import { isSecretPlace } from './secrets';

/** No value is shown longer. */
export const LONGEST_VALUE = 120;

/** Where a value stands. */
export interface Place {
  readonly path: FieldPath;
  /** The object that the path begins in. */
  readonly root?: { readonly kind?: unknown };
  /** Whether nobody knows what stands at a path: the structure of the object says nothing of it. */
  readonly isUnknown?: (path: FieldPath) => boolean;
}

/** What may be shown of a value, as JSON on one line, without secrets, cut at one length. */
export function shownValue(value: unknown, place: Place): string {
  if (value === undefined) {
    return 'not set';
  }
  return place.isUnknown?.(place.path) ? shownKind(value) : shortened(new Writer(place).write(value, place.path));
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

/** What may be shown of a text that is a value in words already. */
export function shownWords(text: string): string {
  return shortened(onOneLine(withoutSecrets(wholeWords(text))));
}

/** A text cut at the length of values. */
export function shortened(text: string): string {
  return cutAt(text, LONGEST_VALUE);
}

/** A text cut at a length. The piece is one of its own: a slice keeps the text that it is of, however long, as long as it is kept itself. */
export function cutAt(text: string, length: number): string {
  return text.length <= length ? text : ` ${text.slice(0, length)}…`.slice(1);
}

/** No sentence is longer. */
const LONGEST_SENTENCE = 2000;

/** A text as a log may have it: what looks like a secret is left out, no character begins another line, and it comes to an end. */
export function printable(text: string): string {
  const line = onOneLine(withoutSecrets(text));
  return line.length <= LONGEST_SENTENCE ? line : `${line.slice(0, LONGEST_SENTENCE)}…`;
}

function sized(what: string, size: number, one: string, many = `${one}s`, joint = 'of'): string {
  return size === 0 ? what.replace(/^an? /, 'an empty ') : `${what} ${joint} ${size} ${size === 1 ? one : many}`;
}

/** A longer text is cut before anybody looks for secrets in it: what is shown is shorter still. */
const MOST_READ = 4096;

/** The beginning of a text. What is cut off in the middle of a word may be the half of a secret, which does not look like one. */
function wholeWords(text: string): string {
  if (text.length <= MOST_READ) {
    return text;
  }
  let end = MOST_READ;
  while (end > 0 && text[end - 1].trim() !== '') {
    end--;
  }
  return text.slice(0, end);
}

function shownText(text: string): string {
  const words = wholeWords(text);
  return words === '' && text !== '' ? `(${shownKind(text)})` : quoted(withoutSecrets(words));
}

/** Writes as JSON.stringify does, without secrets and without what nobody knows, and no further than somebody reads. */
class Writer {
  private length = 0;

  public constructor(private readonly place: Place) {}

  public write(value: unknown, path: FieldPath): string {
    if (Array.isArray(value)) {
      return `[${this.members(value.keys(), (index) => this.write(value[index], [...path, index]))}]`;
    }
    if (typeof value === 'object' && value !== null) {
      return `{${this.members(Object.keys(value), (name) => this.member(name, (value as Record<string, unknown>)[name], path))}}`;
    }
    return this.counted(this.isSecret(value, path) ? REDACTED : typeof value === 'string' ? shownText(value) : String(value));
  }

  private isSecret(value: unknown, path: FieldPath): boolean {
    return typeof value !== 'boolean' && value !== '' && isSecretPlace(path, this.place.root);
  }

  private members<Key>(keys: Iterable<Key>, member: (key: Key) => string | undefined): string {
    const texts: string[] = [];
    for (const key of keys) {
      if (this.length > LONGEST_VALUE) {
        break;
      }
      const text = member(key);
      if (text !== undefined) {
        texts.push(text);
        this.length++;
      }
    }
    return texts.join(',');
  }

  private member(name: string, value: unknown, path: FieldPath): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const below = [...path, name];
    const key = this.counted(`${quoted(withoutSecrets(name))}:`);
    return key + (this.place.isUnknown?.(below) ? this.counted(`(${shownKind(value)})`) : this.write(value, below));
  }

  private counted(text: string): string {
    this.length += text.length;
    return text;
  }
}
