import { Code, type Cursor, isBreak, isBreakOrEnd, isSeparator } from './cursor';

/** A text with the escapes and the folding undone. */
export interface Scalar {
  readonly text: string;
  /** Whether the end of a line was behind it, so that a key may follow. */
  readonly endsLine: boolean;
}

/** What ends a text without quotes within brackets. */
const FLOW_INDICATORS = [Code.COMMA, Code.OPENING_BRACKET, Code.CLOSING_BRACKET, Code.OPENING_BRACE, Code.CLOSING_BRACE] as number[];

/** A text without quotes. */
export function scanPlain(cursor: Cursor, indent: number, isInFlow: boolean): Scalar {
  let text = '';
  let spaces = '';
  let endsLine = false;
  while (cursor.code() !== Code.HASH) {
    const start = cursor.position;
    while (!endsPlain(cursor, isInFlow)) {
      cursor.position++;
    }
    if (cursor.position === start) {
      break;
    }
    text += spaces + cursor.text.slice(start, cursor.position);
    const gap = scanPlainGap(cursor);
    endsLine = gap.endsLine;
    spaces = gap.spaces;
    if (spaces === '' || (!isInFlow && cursor.column < indent)) {
      break;
    }
  }
  return { text, endsLine };
}

function endsPlain(cursor: Cursor, isInFlow: boolean): boolean {
  const code = cursor.code();
  if (isSeparator(code)) {
    return true;
  }
  if (code === Code.COLON) {
    const next = cursor.code(1);
    return isSeparator(next) || (isInFlow && FLOW_INDICATORS.includes(next));
  }
  return isInFlow && (code === Code.QUESTION_MARK || FLOW_INDICATORS.includes(code));
}

/** What is between two words: tabs end a text without quotes. */
function scanPlainGap(cursor: Cursor): { spaces: string; endsLine: boolean } {
  const start = cursor.position;
  cursor.skip(Code.SPACE);
  if (!isBreak(cursor.code())) {
    return { spaces: cursor.text.slice(start, cursor.position), endsLine: false };
  }
  const first = cursor.skipBreak();
  let breaks = '';
  while (!cursor.isAtDocumentMarker) {
    cursor.skip(Code.SPACE);
    if (!isBreak(cursor.code())) {
      return { spaces: folded(first, breaks), endsLine: true };
    }
    breaks += cursor.skipBreak();
  }
  return { spaces: '', endsLine: true };
}

function folded(first: string, breaks: string): string {
  return (first !== '\n' ? first : breaks === '' ? ' ' : '') + breaks;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\u000b',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};
const HEXADECIMAL_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEXADECIMAL = /^[0-9A-Fa-f]+$/;
const LAST_CHARACTER = 0x10ffff;
const ESCAPE_REMEDY = 'Write a backslash twice, or put the text into single quotes.';

/** A text in quotes; the cursor is at the first one. */
export function scanQuoted(cursor: Cursor): string {
  const start = cursor.position;
  const quote = cursor.code();
  const parts: string[] = [];
  cursor.position++;
  while (true) {
    const code = cursor.code();
    if (code === quote && quote === Code.APOSTROPHE && cursor.code(1) === quote) {
      parts.push("'");
      cursor.position += 2;
    } else if (code === quote) {
      cursor.position++;
      return parts.join('');
    } else if (code === Code.BACKSLASH && quote === Code.QUOTE) {
      parts.push(scanEscape(cursor));
    } else if (isSeparator(code)) {
      parts.push(scanQuotedGap(cursor, start));
    } else {
      parts.push(scanQuotedWord(cursor));
    }
  }
}

function scanQuotedWord(cursor: Cursor): string {
  const start = cursor.position;
  do {
    cursor.position++;
  } while (!isSeparator(cursor.code()) && ![Code.BACKSLASH, Code.QUOTE, Code.APOSTROPHE].includes(cursor.code() as never));
  return cursor.text.slice(start, cursor.position);
}

function scanQuotedGap(cursor: Cursor, start: number): string {
  const before = cursor.position;
  skipBlanks(cursor);
  if (cursor.code() === Code.END) {
    cursor.position = start;
    cursor.fail('a quote that is never closed');
  }
  if (!isBreak(cursor.code())) {
    return cursor.text.slice(before, cursor.position);
  }
  return folded(cursor.skipBreak(), scanQuotedBreaks(cursor));
}

/** Empty lines, and the blanks before what follows. */
function scanQuotedBreaks(cursor: Cursor): string {
  let breaks = '';
  while (true) {
    if (cursor.isAtDocumentMarker) {
      cursor.fail('the mark of a document within a text in quotes');
    }
    skipBlanks(cursor);
    if (!isBreak(cursor.code())) {
      return breaks;
    }
    breaks += cursor.skipBreak();
  }
}

function skipBlanks(cursor: Cursor): void {
  while (cursor.code() === Code.SPACE || cursor.code() === Code.TAB) {
    cursor.position++;
  }
}

function scanEscape(cursor: Cursor): string {
  const name = cursor.text[cursor.position + 1];
  if (Object.hasOwn(ESCAPES, name)) {
    cursor.position += 2;
    return ESCAPES[name];
  }
  if (Object.hasOwn(HEXADECIMAL_ESCAPES, name)) {
    return scanHexadecimal(cursor, HEXADECIMAL_ESCAPES[name]);
  }
  if (!isBreak(cursor.code(1))) {
    cursor.fail('a backslash with something behind it that is no escape', ESCAPE_REMEDY);
  }
  cursor.position++;
  cursor.skipBreak();
  return scanQuotedBreaks(cursor);
}

function scanHexadecimal(cursor: Cursor, length: number): string {
  const from = cursor.position + 2;
  const digits = cursor.text.slice(from, from + length);
  if (digits.length < length || !HEXADECIMAL.test(digits)) {
    cursor.fail(`an escape without its ${length} hexadecimal digits`, ESCAPE_REMEDY);
  }
  const code = Number.parseInt(digits, 16);
  if (code > LAST_CHARACTER) {
    cursor.fail('an escape of a character that does not exist');
  }
  cursor.position = from + length;
  return String.fromCodePoint(code);
}

/** A text in a block; the cursor is at its indicator. */
export function scanBlock(cursor: Cursor, outerIndent: number): string {
  const isFolded = cursor.code() === Code.GREATER;
  cursor.position++;
  const { increment, ending } = scanBlockHeader(cursor);
  const least = Math.max(1, outerIndent + 1);
  const first = increment === undefined ? skipEmptyLines(cursor) : { breaks: '', most: 0 };
  const indent = increment === undefined ? Math.max(least, first.most) : least + increment - 1;
  let breaks = first.breaks + skipIndentation(cursor, indent);
  let lineBreak = '';
  const parts: string[] = [];
  while (isInBlock(cursor, indent)) {
    const isIndentedFurther = isBlank(cursor.code());
    parts.push(breaks, scanLine(cursor));
    lineBreak = cursor.skipBreak();
    breaks = skipIndentation(cursor, indent);
    if (!isInBlock(cursor, indent)) {
      break;
    }
    const isJoined = isFolded && lineBreak === '\n' && !isIndentedFurther && !isBlank(cursor.code());
    parts.push(isJoined ? (breaks === '' ? ' ' : '') : lineBreak);
  }
  return parts.join('') + (ending === '-' ? '' : lineBreak) + (ending === '+' ? breaks : '');
}

function isInBlock(cursor: Cursor, indent: number): boolean {
  return cursor.column === indent && cursor.code() !== Code.END;
}

function isBlank(code: number): boolean {
  return code === Code.SPACE || code === Code.TAB;
}

function scanLine(cursor: Cursor): string {
  const start = cursor.position;
  cursor.skipLine();
  return cursor.text.slice(start, cursor.position);
}

interface BlockHeader {
  readonly increment?: number;
  /** What becomes of the end: `-` drops it, `+` keeps all of it. */
  readonly ending: string;
}

/** Indicators of the indentation and of the end, in either order, and what may stand behind them. */
function scanBlockHeader(cursor: Cursor): BlockHeader {
  let ending = takeEnding(cursor);
  const increment = takeIncrement(cursor);
  if (ending === '' && increment !== undefined) {
    ending = takeEnding(cursor);
  }
  if (cursor.code() !== Code.SPACE && !isBreakOrEnd(cursor.code())) {
    cursor.fail('something behind the indicator of a block');
  }
  endHeader(cursor, 'something behind the indicator of a block');
  return { increment, ending };
}

function takeEnding(cursor: Cursor): string {
  const code = cursor.code();
  if (code !== Code.PLUS && code !== Code.DASH) {
    return '';
  }
  cursor.position++;
  return code === Code.PLUS ? '+' : '-';
}

function takeIncrement(cursor: Cursor): number | undefined {
  const increment = cursor.code() - Code.ZERO;
  if (!(increment >= 0 && increment <= 9)) {
    return undefined;
  }
  if (increment === 0) {
    cursor.fail('a block that is indented by 0 columns');
  }
  cursor.position++;
  return increment;
}

/** The rest of a line on which nothing but a comment may stand. */
export function endHeader(cursor: Cursor, reason: string): void {
  cursor.skip(Code.SPACE);
  if (cursor.code() === Code.HASH) {
    cursor.skipLine();
  }
  if (!isBreakOrEnd(cursor.code())) {
    cursor.fail(reason);
  }
  cursor.skipBreak();
}

/** Goes to the first line with something, and says how far the lines so far are indented at most. */
function skipEmptyLines(cursor: Cursor): { breaks: string; most: number } {
  let breaks = '';
  let most = 0;
  while (cursor.code() === Code.SPACE || isBreak(cursor.code())) {
    if (cursor.code() === Code.SPACE) {
      cursor.position++;
      most = Math.max(most, cursor.column);
    } else {
      breaks += cursor.skipBreak();
    }
  }
  return { breaks, most };
}

/** Goes over the indentation, and over empty lines before it. */
function skipIndentation(cursor: Cursor, indent: number): string {
  let breaks = '';
  while (true) {
    while (cursor.column < indent && cursor.code() === Code.SPACE) {
      cursor.position++;
    }
    if (!isBreak(cursor.code())) {
      return breaks;
    }
    breaks += cursor.skipBreak();
  }
}
