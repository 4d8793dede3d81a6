/** What keeps PyYAML from loading a text. */
export interface YamlFault {
  /** Line and column, from 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there, in words that go behind the place. */
  readonly reason: string;
  /** What to do about it; a sentence. */
  readonly remedy?: string;
}

/** Thrown with the first fault of a text: nothing behind it is read. */
export class YamlRefusal {
  public constructor(
    public readonly position: number,
    public readonly reason: string,
    public readonly remedy?: string,
  ) {}
}

/** Characters that a scanner asks for. */
export const Code = {
  END: 0,
  TAB: 0x09,
  LINE_FEED: 0x0a,
  CARRIAGE_RETURN: 0x0d,
  SPACE: 0x20,
  EXCLAMATION_MARK: 0x21,
  QUOTE: 0x22,
  HASH: 0x23,
  PERCENT: 0x25,
  AMPERSAND: 0x26,
  APOSTROPHE: 0x27,
  ASTERISK: 0x2a,
  PLUS: 0x2b,
  COMMA: 0x2c,
  DASH: 0x2d,
  DOT: 0x2e,
  ZERO: 0x30,
  COLON: 0x3a,
  LESS: 0x3c,
  GREATER: 0x3e,
  QUESTION_MARK: 0x3f,
  AT: 0x40,
  OPENING_BRACKET: 0x5b,
  BACKSLASH: 0x5c,
  CLOSING_BRACKET: 0x5d,
  BACKTICK: 0x60,
  OPENING_BRACE: 0x7b,
  PIPE: 0x7c,
  CLOSING_BRACE: 0x7d,
  NEXT_LINE: 0x85,
  LINE_SEPARATOR: 0x2028,
  PARAGRAPH_SEPARATOR: 0x2029,
  BYTE_ORDER_MARK: 0xfeff,
} as const;

/** The ends of lines in YAML 1.1. */
export function isBreak(code: number): boolean {
  return (
    code === Code.LINE_FEED ||
    code === Code.CARRIAGE_RETURN ||
    code === Code.NEXT_LINE ||
    code === Code.LINE_SEPARATOR ||
    code === Code.PARAGRAPH_SEPARATOR
  );
}

export function isBreakOrEnd(code: number): boolean {
  return code === Code.END || isBreak(code);
}

/** Whether an indicator counts that stands before it. */
export function isSeparator(code: number): boolean {
  return code === Code.SPACE || code === Code.TAB || isBreakOrEnd(code);
}

const DOCUMENT_MARKERS = ['---', '...'];

/** A place in a text that ends with U+0000. */
export class Cursor {
  public position = 0;
  public line = 0;
  private lineStart = 0;
  private readonly hasMarks: boolean;
  /** Byte order marks in the line, as far as they are counted. */
  private marks = 0;
  private counted = 0;

  public constructor(public readonly text: string) {
    this.hasMarks = text.includes('\ufeff');
  }

  public code(offset = 0): number {
    return this.text.charCodeAt(this.position + offset);
  }

  /** Byte order marks take no column. */
  public get column(): number {
    for (; this.hasMarks && this.counted < this.position; this.counted++) {
      this.marks += this.text.charCodeAt(this.counted) === Code.BYTE_ORDER_MARK ? 1 : 0;
    }
    return this.position - this.lineStart - this.marks;
  }

  public skip(code: number): void {
    while (this.code() === code) {
      this.position++;
    }
  }

  public skipLine(): void {
    while (!isBreakOrEnd(this.code())) {
      this.position++;
    }
  }

  /** Goes over the end of a line and says as what it counts; empty: there is none. */
  public skipBreak(): string {
    const code = this.code();
    if (!isBreak(code)) {
      return '';
    }
    this.position += code === Code.CARRIAGE_RETURN && this.code(1) === Code.LINE_FEED ? 2 : 1;
    this.line++;
    this.lineStart = this.position;
    this.counted = this.position;
    this.marks = 0;
    return code < Code.LINE_SEPARATOR ? '\n' : String.fromCharCode(code);
  }

  /** Whether the beginning of a line, where the cursor is, begins or ends a document. */
  public get isAtDocumentMarker(): boolean {
    return DOCUMENT_MARKERS.some((marker) => this.text.startsWith(marker, this.position)) && isSeparator(this.code(3));
  }

  public fail(reason: string, remedy?: string): never {
    throw new YamlRefusal(this.position, reason, remedy);
  }
}
