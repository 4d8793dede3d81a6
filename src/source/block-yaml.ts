import { plainScalar } from './plain-scalar';

/**
 * Reads one document in the form in which tools write YAML: mappings and lists in blocks, scalars on one line, literal blocks of text.
 *
 * Most manifests are of that form, and without events in between they are read several times as fast. Undefined: there is more to
 * the text, or something is wrong with it, and `yamlValues` has to look. Whatever is read here is what `yamlValues` makes of it.
 */
export function blockYaml(text: string): object | undefined {
  if (OTHER_CHARACTER.test(text)) {
    return undefined;
  }
  try {
    return new BlockReader(text).document();
  } catch (error) {
    if (error === NO_BLOCKS) {
      return undefined;
    }
    throw error;
  }
}

/** Tabs, carriage returns, and whatever looks like white space or like nothing. */
const OTHER_CHARACTER = /[^\n -~\u00a1-\u167f\u3001-\ud7ff]/;

const NO_BLOCKS = new Error('there is more to it than blocks');

/** Nothing that is read here is nested deeper. */
const DEEPEST = 100;

const END = -1;
const [NEWLINE, SPACE, DASH, COLON, HASH, BACKSLASH] = ['\n', ' ', '-', ':', '#', '\\'].map(codeOf);
const [SINGLE_QUOTE, DOUBLE_QUOTE, PIPE, PLUS] = ["'", '"', '|', '+'].map(codeOf);
const [OPEN_LIST, CLOSE_LIST, OPEN_MAPPING, CLOSE_MAPPING] = ['[', ']', '{', '}'].map(codeOf);

/** Characters that mean something at the start of a word. */
const INDICATORS = new Set([...'?:,[]{}#&*!|>\'"%@`'].map(codeOf));
/** Characters of names of fields, labels and annotations. */
const IN_KEY = asciiTable(/[\w./-]/);

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function asciiTable(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
}

type Mapping = Record<string, unknown>;

class BlockReader {
  /** Where the content of the line begins that is read next, and in which column; END: there is none. */
  private position = 0;
  private column = END;
  /** Behind the colon of the key that was read last. */
  private behindKey = 0;
  private depth = 0;

  public constructor(private readonly text: string) {}

  public document(): object {
    this.nextLine(0);
    if (this.column === 0 && this.text.startsWith('---\n', this.position)) {
      this.nextLine(this.position + 4);
    }
    const value = this.block();
    return this.column === END ? value : this.giveUp();
  }

  /** Goes to the first line with content from where a line begins. */
  private nextLine(from: number): void {
    let start = from;
    while (start < this.text.length) {
      const at = this.behindSpaces(start);
      const code = this.text.charCodeAt(at);
      if (code === NEWLINE) {
        start = at + 1;
      } else if (code === HASH) {
        start = this.lineEnd(at) + 1;
      } else {
        this.position = at;
        this.column = at < this.text.length ? at - start : END;
        return;
      }
    }
    this.column = END;
  }

  private behindSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) {
      at++;
    }
    return at;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  private block(): object {
    return this.isDash() ? this.sequence() : this.mapping();
  }

  /** Whether an entry of a list begins. */
  private isDash(): boolean {
    return this.column !== END && this.text.charCodeAt(this.position) === DASH && this.isBlank(this.position + 1);
  }

  private isBlank(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === NEWLINE || Number.isNaN(code);
  }

  private sequence(): unknown[] {
    const column = this.column;
    const items: unknown[] = [];
    this.enter();
    do {
      items.push(this.item(column));
    } while (this.column === column && this.isDash());
    this.depth--;
    return items;
  }

  private item(column: number): unknown {
    const at = this.behindSpaces(this.position + 1);
    if (this.isLineEnd(at)) {
      this.nextLine(this.lineEnd(at) + 1);
      return this.column > column ? this.block() : null;
    }
    this.column += at - this.position;
    this.position = at;
    return this.isDash() ? this.sequence() : this.key() === undefined ? this.scalar(at, column) : this.mapping();
  }

  private mapping(): Mapping {
    const column = this.column;
    const mapping: Mapping = {};
    this.enter();
    do {
      const key = this.key();
      if (key === undefined || Object.hasOwn(mapping, key) || key === '__proto__') {
        this.giveUp();
      }
      mapping[key] = this.value(column);
    } while (this.column === column);
    this.depth--;
    return mapping;
  }

  private enter(): void {
    if (++this.depth > DEEPEST) {
      this.giveUp();
    }
  }

  /** The key that a line begins with; undefined: none. */
  private key(): string | undefined {
    const start = this.position;
    const first = this.text.charCodeAt(start);
    if (first === SINGLE_QUOTE || first === DOUBLE_QUOTE) {
      const end = this.closingQuote(start);
      return this.endsKey(end + 1) ? this.text.slice(start + 1, end) : undefined;
    }
    let end = start;
    while (IN_KEY[this.text.charCodeAt(end)]) {
      end++;
    }
    if (end === start || !this.endsKey(end)) {
      return undefined;
    }
    const key = this.text.slice(start, end);
    return plainScalar(key) === key ? key : this.giveUp();
  }

  private endsKey(at: number): boolean {
    this.behindKey = at + 1;
    return this.text.charCodeAt(at) === COLON && this.isBlank(at + 1);
  }

  /** The value of the key that was read last, in a mapping in a column. */
  private value(column: number): unknown {
    const at = this.behindSpaces(this.behindKey);
    if (!this.isLineEnd(at)) {
      return this.scalar(at, column);
    }
    this.nextLine(this.lineEnd(at) + 1);
    if (this.column > column) {
      return this.block();
    }
    return this.column === column && this.isDash() ? this.sequence() : null;
  }

  /** Whether there is no more on a line, or a comment, behind a space. */
  private isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === NEWLINE || Number.isNaN(code) || (code === HASH && this.text.charCodeAt(at - 1) === SPACE);
  }

  /** A scalar, or an empty list or mapping, in what stands in a column. */
  private scalar(at: number, column: number): unknown {
    switch (this.text.charCodeAt(at)) {
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE: {
        const end = this.closingQuote(at);
        this.endLine(end + 1);
        return this.text.slice(at + 1, end);
      }
      case PIPE:
        return this.literal(at + 1, column);
      case OPEN_LIST:
        return this.empty(at + 1, CLOSE_LIST) && [];
      case OPEN_MAPPING:
        return this.empty(at + 1, CLOSE_MAPPING) && {};
      default:
        return this.plain(at);
    }
  }

  /** The end of a text in quotes without escapes; what has some is not at its end there. */
  private closingQuote(start: number): number {
    const quote = this.text.charCodeAt(start);
    for (let at = start + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === quote) {
        return at;
      }
      if (code === NEWLINE || (code === BACKSLASH && quote === DOUBLE_QUOTE)) {
        break;
      }
    }
    return this.giveUp();
  }

  private empty(at: number, close: number): true {
    if (this.text.charCodeAt(at) !== close) {
      this.giveUp();
    }
    this.endLine(at + 1);
    return true;
  }

  private plain(start: number): unknown {
    const first = this.text.charCodeAt(start);
    if (INDICATORS.has(first) || (first === DASH && this.isBlank(start + 1))) {
      this.giveUp();
    }
    let end = start;
    let at = start;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === NEWLINE || (code === HASH && end < at)) {
        break;
      }
      if (code === COLON && this.isBlank(at + 1)) {
        this.giveUp();
      }
      if (code !== SPACE) {
        end = at + 1;
      }
    }
    this.endLine(at);
    const value = plainScalar(this.text.slice(start, end));
    return typeof value === 'number' && !Number.isFinite(value) ? this.giveUp() : value;
  }

  /** Behind a scalar there is no more on its line. What goes on below it stands in a column in which nothing can. */
  private endLine(from: number): void {
    const at = this.behindSpaces(from);
    if (!this.isLineEnd(at)) {
      this.giveUp();
    }
    this.nextLine(this.lineEnd(at) + 1);
  }

  /** A block of text, from behind the bar. */
  private literal(behindBar: number, column: number): string {
    const chomping = this.text.charCodeAt(behindBar);
    const isMarked = chomping === DASH || chomping === PLUS;
    let start = behindBar + (isMarked ? 2 : 1);
    const inner = this.behindSpaces(start) - start;
    if (this.text.charCodeAt(start - 1) !== NEWLINE || inner <= column || this.text.charCodeAt(start + inner) === NEWLINE) {
      this.giveUp();
    }
    const lines: string[] = [];
    while (start < this.text.length) {
      const at = this.behindSpaces(start);
      const isEmpty = this.text.charCodeAt(at) === NEWLINE;
      if (at - start < inner && !isEmpty) {
        break;
      }
      const end = this.lineEnd(at);
      if (end === this.text.length) {
        this.giveUp();
      }
      lines.push(this.text.slice(Math.min(start + inner, end), end));
      start = end + 1;
    }
    this.nextLine(start);
    return chomped(lines, chomping);
  }

  private giveUp(): never {
    throw NO_BLOCKS;
  }
}

/** Lines as a text: with all line ends at its end, with none, or with one. */
function chomped(lines: readonly string[], chomping: number): string {
  if (chomping === PLUS) {
    return `${lines.join('\n')}\n`;
  }
  let count = lines.length;
  while (lines[count - 1] === '') {
    count--;
  }
  return `${lines.slice(0, count).join('\n')}${chomping === DASH ? '' : '\n'}`;
}
