import { Code, type Cursor, isBreakOrEnd, isSeparator } from './cursor';
import { endHeader } from './scalars';

/** A tag as it is written: its handle, undefined for one in angle brackets, and what is behind it. */
export interface TagName {
  readonly handle?: string;
  readonly suffix: string;
}

/** A line that begins with a percent sign. */
export interface Directive {
  readonly name: string;
  /** Of `%YAML`. */
  readonly major?: number;
  /** Of `%TAG`. */
  readonly tag?: TagName;
}

const NAME = /[0-9A-Za-z_-]*/y;
const HANDLE = /!(?:[0-9A-Za-z_-]*!)?/y;
const URI = /[0-9A-Za-z\-;/?:@&=+$,_.!~*'()[\]%]*/y;
const VERSION = /(\d+)\.(\d+)/y;
const BEHIND_NAME = '?:,]}%@`';
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;

/** The name of an anchor or an alias; the cursor is at its indicator. */
export function scanAnchor(cursor: Cursor): string {
  cursor.position++;
  const name = take(cursor, NAME);
  if (name === '' || !(isSeparator(cursor.code()) || BEHIND_NAME.includes(cursor.text[cursor.position]))) {
    cursor.fail(
      'an anchor or an alias whose name has something else than letters, digits, "-" and "_"',
      'Put a text that begins with "&" or "*" into quotes.',
    );
  }
  return name;
}

export function scanTag(cursor: Cursor): TagName {
  const tag = scanTagName(cursor);
  if (cursor.code() !== Code.SPACE && !isBreakOrEnd(cursor.code())) {
    cursor.fail('a tag with something behind it that is no space', 'Put a text that begins with "!" into quotes.');
  }
  return tag;
}

function scanTagName(cursor: Cursor): TagName {
  const next = cursor.code(1);
  if (next === Code.LESS) {
    cursor.position += 2;
    const suffix = scanUri(cursor);
    if (cursor.code() !== Code.GREATER) {
      cursor.fail('a tag without the bracket that closes it');
    }
    cursor.position++;
    return { suffix };
  }
  if (isSeparator(next)) {
    cursor.position++;
    return { suffix: '!' };
  }
  const handle = hasHandle(cursor) ? scanHandle(cursor) : takeMark(cursor);
  return { handle, suffix: scanUri(cursor) };
}

/** Whether another exclamation mark stands before the next space: a tab is no end here. */
function hasHandle(cursor: Cursor): boolean {
  for (let offset = 1; ; offset++) {
    const code = cursor.code(offset);
    if (code === Code.EXCLAMATION_MARK) {
      return true;
    }
    if (code === Code.SPACE || isBreakOrEnd(code)) {
      return false;
    }
  }
}

function takeMark(cursor: Cursor): string {
  cursor.position++;
  return '!';
}

function scanHandle(cursor: Cursor): string {
  const handle = take(cursor, HANDLE);
  const isWhole = handle.length > 1 || (handle === '!' && cursor.code() === Code.SPACE);
  return isWhole ? handle : cursor.fail('a tag that begins with no handle', 'Put a text that begins with "!" into quotes.');
}

function scanUri(cursor: Cursor): string {
  const { position } = cursor;
  const uri = take(cursor, URI);
  const bytes = uri.replace(ESCAPES, '');
  if (uri === '' || bytes.includes('%') || !isUtf8(uri)) {
    cursor.position = position;
    cursor.fail('a tag that is no address');
  }
  return uri;
}

function isUtf8(uri: string): boolean {
  try {
    decodeURIComponent((uri.match(ESCAPES) ?? []).join(' '));
    return true;
  } catch {
    return false;
  }
}

export function scanDirective(cursor: Cursor): Directive {
  cursor.position++;
  const name = take(cursor, NAME);
  if (name === '' || (cursor.code() !== Code.SPACE && !isBreakOrEnd(cursor.code()))) {
    cursor.fail('a percent sign without the name of a directive', 'Put a text that begins with "%" into quotes.');
  }
  const directive = { name, ...value(cursor, name) };
  endHeader(cursor, 'something behind a directive');
  return directive;
}

function value(cursor: Cursor, name: string): Pick<Directive, 'major' | 'tag'> {
  if (name === 'YAML') {
    cursor.skip(Code.SPACE);
    const version = take(cursor, VERSION);
    return version === '' || (cursor.code() !== Code.SPACE && !isBreakOrEnd(cursor.code()))
      ? cursor.fail('a directive without a version of YAML')
      : { major: Number.parseInt(version, 10) };
  }
  if (name === 'TAG') {
    return { tag: tagDirective(cursor) };
  }
  cursor.skipLine();
  return {};
}

function tagDirective(cursor: Cursor): TagName {
  cursor.skip(Code.SPACE);
  const handle = cursor.code() === Code.EXCLAMATION_MARK ? scanHandle(cursor) : '';
  if (cursor.code() !== Code.SPACE) {
    cursor.fail('a directive without the handle of a tag');
  }
  cursor.skip(Code.SPACE);
  const suffix = scanUri(cursor);
  if (cursor.code() !== Code.SPACE && !isBreakOrEnd(cursor.code())) {
    cursor.fail('a directive with a tag that is no address');
  }
  return { handle, suffix };
}

function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.position;
  const [text = ''] = pattern.exec(cursor.text) ?? [];
  cursor.position += text.length;
  return text;
}
