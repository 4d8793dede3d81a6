import { Code, Cursor, isSeparator } from './cursor';
import { beginsPlain, misplaced } from './plain-start';
import { scanAnchor, scanDirective, scanTag } from './properties';
import { scanBlock, scanPlain, scanQuoted } from './scalars';
import type { Token, TokenKind } from './tokens';

/** Where a key may begin that shows as one only with the colon behind it. */
interface PossibleKey {
  readonly token: number;
  readonly isRequired: boolean;
  readonly position: number;
  readonly line: number;
  readonly column: number;
}

const LONGEST_KEY = 1024;
const KEY_REMEDY = 'Indent all keys of a map alike, and put a colon and a space behind each.';

/**
 * The tokens of a text in YAML 1.1, by the rules of PyYAML: it knows keys by the colon behind them, on one line and within
 * 1,024 characters, and no tabs before tokens.
 *
 * @see https://github.com/yaml/pyyaml/blob/6.0.3/lib/yaml/scanner.py
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue: Token[] = [];
  private taken = 0;
  private isDone = false;
  /** Whether nothing may come before what is first in the queue. */
  private isSettled = false;
  private indent = -1;
  private readonly indents: number[] = [];
  private flowLevel = 0;
  private mayKeyFollow = true;
  private readonly keys = new Map<number, PossibleKey>();

  /** @param text printable characters, with U+0000 behind them */
  public constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  /** The next token, which stays. */
  public peek(): Token {
    while (!this.isSettled && this.needsMore()) {
      this.fetch();
    }
    this.isSettled = true;
    return this.queue[0];
  }

  public take(): Token {
    const token = this.peek();
    this.queue.shift();
    this.taken++;
    this.isSettled = false;
    return token;
  }

  /** What is first may turn out to be a key. */
  private needsMore(): boolean {
    if (this.isDone || this.queue.length === 0) {
      return !this.isDone;
    }
    this.dropStaleKeys();
    return this.keys.size > 0 && [...this.keys.values()].some(({ token }) => token === this.taken);
  }

  private fetch(): void {
    const { cursor } = this;
    this.skipToToken();
    this.dropStaleKeys();
    this.unwind(cursor.column);
    const code = cursor.code();
    if (code === Code.END) {
      this.end();
    } else if (cursor.column === 0 && this.fetchAtLineStart(code)) {
      return;
    } else if (!this.fetchIndicator(code) && !this.fetchText(code)) {
      cursor.fail(...misplaced(code));
    }
  }

  private skipToToken(): void {
    const { cursor } = this;
    if (cursor.position === 0 && cursor.code() === Code.BYTE_ORDER_MARK) {
      cursor.position++;
    }
    while (true) {
      cursor.skip(Code.SPACE);
      if (cursor.code() === Code.HASH) {
        cursor.skipLine();
      }
      if (cursor.skipBreak() === '') {
        return;
      }
      this.mayKeyFollow ||= this.flowLevel === 0;
    }
  }

  private end(): void {
    this.unwind(-1);
    this.forgetKey();
    this.keys.clear();
    this.push('end of the text');
    this.isDone = true;
  }

  private fetchAtLineStart(code: number): boolean {
    const { cursor } = this;
    const isDirective = code === Code.PERCENT;
    if (!isDirective && !((code === Code.DASH || code === Code.DOT) && cursor.isAtDocumentMarker)) {
      return false;
    }
    this.unwind(-1);
    this.forgetKey();
    this.mayKeyFollow = false;
    if (isDirective) {
      const { position } = cursor;
      this.queue.push({ kind: 'directive', position, directive: scanDirective(cursor) });
    } else {
      this.push(code === Code.DASH ? 'document start' : 'document end', 3);
    }
    return true;
  }

  private fetchIndicator(code: number): boolean {
    const isInFlow = this.flowLevel > 0;
    switch (code) {
      case Code.OPENING_BRACKET:
        return this.open('[');
      case Code.OPENING_BRACE:
        return this.open('{');
      case Code.CLOSING_BRACKET:
        return this.close(']');
      case Code.CLOSING_BRACE:
        return this.close('}');
      case Code.COMMA:
        this.mayKeyFollow = true;
        this.forgetKey();
        return this.push(',', 1);
      case Code.DASH:
        return isSeparator(this.cursor.code(1)) && this.fetchEntry(isInFlow);
      case Code.QUESTION_MARK:
        return (isInFlow || isSeparator(this.cursor.code(1))) && this.fetchKey(isInFlow);
      case Code.COLON:
        return (isInFlow || isSeparator(this.cursor.code(1))) && this.fetchValue(isInFlow);
      default:
        return false;
    }
  }

  private open(kind: '[' | '{'): boolean {
    this.saveKey();
    this.flowLevel++;
    this.mayKeyFollow = true;
    return this.push(kind, 1);
  }

  private close(kind: ']' | '}'): boolean {
    this.forgetKey();
    this.flowLevel--;
    this.mayKeyFollow = false;
    return this.push(kind, 1);
  }

  private fetchEntry(isInFlow: boolean): boolean {
    if (!isInFlow) {
      this.beginBlock('list', 'an entry of a list where none may be');
    }
    this.mayKeyFollow = true;
    this.forgetKey();
    return this.push('-', 1);
  }

  private fetchKey(isInFlow: boolean): boolean {
    if (!isInFlow) {
      this.beginBlock('map', 'a key where none may be');
    }
    this.mayKeyFollow = !isInFlow;
    this.forgetKey();
    return this.push('?', 1);
  }

  private fetchValue(isInFlow: boolean): boolean {
    const key = this.keys.get(this.flowLevel);
    if (key !== undefined) {
      this.keys.delete(this.flowLevel);
      this.insertKey(key, isInFlow);
    } else {
      if (!isInFlow) {
        this.beginBlock('map', 'a colon and a space where no value may be');
      }
      this.mayKeyFollow = !isInFlow;
      this.forgetKey();
    }
    return this.push(':', 1);
  }

  /** What has been read before the colon is a key, perhaps the first one of a map. */
  private insertKey({ token, position, column }: PossibleKey, isInFlow: boolean): void {
    const index = token - this.taken;
    this.queue.splice(index, 0, { kind: '?', position });
    if (!isInFlow && this.indentTo(column)) {
      this.queue.splice(index, 0, { kind: 'map', position });
    }
    this.mayKeyFollow = false;
  }

  private fetchText(code: number): boolean {
    const { cursor } = this;
    const { position } = cursor;
    switch (code) {
      case Code.ASTERISK:
      case Code.AMPERSAND:
        this.beginText();
        this.queue.push({ kind: code === Code.ASTERISK ? 'alias' : 'anchor', position, text: scanAnchor(cursor) });
        return true;
      case Code.EXCLAMATION_MARK:
        this.beginText();
        this.queue.push({ kind: 'tag', position, tag: scanTag(cursor) });
        return true;
      case Code.QUOTE:
      case Code.APOSTROPHE:
        this.beginText();
        this.queue.push({ kind: 'text', position, text: scanQuoted(cursor), isPlain: false });
        return true;
      case Code.PIPE:
      case Code.GREATER:
        return this.flowLevel === 0 && this.fetchBlock(position);
      default:
        return beginsPlain(cursor, code, this.flowLevel > 0) && this.fetchPlain(position);
    }
  }

  private fetchBlock(position: number): boolean {
    this.mayKeyFollow = true;
    this.forgetKey();
    this.queue.push({ kind: 'text', position, text: scanBlock(this.cursor, this.indent), isPlain: false });
    return true;
  }

  private fetchPlain(position: number): boolean {
    this.beginText();
    const { text, endsLine } = scanPlain(this.cursor, this.indent + 1, this.flowLevel > 0);
    this.mayKeyFollow = endsLine;
    this.queue.push({ kind: 'text', position, text, isPlain: true });
    return true;
  }

  /** It may be a key; none follows it. */
  private beginText(): void {
    this.saveKey();
    this.mayKeyFollow = false;
  }

  private push(kind: TokenKind, length = 0): true {
    const { position } = this.cursor;
    this.queue.push({ kind, position });
    this.cursor.position += length;
    return true;
  }

  private saveKey(): void {
    const { position, line, column } = this.cursor;
    const isRequired = this.flowLevel === 0 && this.indent === column;
    if (this.mayKeyFollow) {
      this.forgetKey();
      this.keys.set(this.flowLevel, { token: this.taken + this.queue.length, isRequired, position, line, column });
    }
  }

  private forgetKey(): void {
    const key = this.keys.get(this.flowLevel);
    if (key !== undefined) {
      refuseIfRequired(this.cursor, key);
      this.keys.delete(this.flowLevel);
    }
  }

  private dropStaleKeys(): void {
    if (this.keys.size === 0) {
      return;
    }
    const { position, line } = this.cursor;
    for (const [level, key] of this.keys) {
      if (key.line !== line || position - key.position > LONGEST_KEY) {
        refuseIfRequired(this.cursor, key);
        this.keys.delete(level);
      }
    }
  }

  private beginBlock(kind: 'list' | 'map', refusal: string): void {
    if (!this.mayKeyFollow) {
      this.cursor.fail(refusal, 'Put a text with a colon and a space into quotes, and begin lists and maps on lines of their own.');
    }
    if (this.indentTo(this.cursor.column)) {
      this.push(kind);
    }
  }

  private indentTo(column: number): boolean {
    if (this.indent >= column) {
      return false;
    }
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private unwind(column: number): void {
    while (this.flowLevel === 0 && this.indent > column) {
      this.indent = this.indents.pop() as number;
      this.push('end of the block');
    }
  }
}

function refuseIfRequired(cursor: Cursor, { isRequired, position }: PossibleKey): void {
  if (isRequired) {
    cursor.position = position;
    cursor.fail('a text where the colon of a key is missing', KEY_REMEDY);
  }
}
