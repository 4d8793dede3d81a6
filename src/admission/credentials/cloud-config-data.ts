import { isObject } from '../../graph';

/*
 * What cloud-config says, as far as it is certain: blocks and lists by indentation, texts in quotes and of several lines,
 * `{flow: [style]}`. Aliases, and what is not understood, are left out: nothing is known of them.
 */

const HEADER = /^(?:## template: *jinja\s*\n)?#cloud-config\b/;
const KEY = /^("(?:[^"\\]|\\.)*" *|'(?:[^']|'')*' *|[^\s"'[\]{}&*!|>%@`,#?:][^:#]*):(?: +(.*)|$)/s;
/** A key that stands on a line of its own: passed over, with its value. */
const COMPLEX_KEY = /^[?](?: |$)/;
const ITEM = /^-(?: +|$)/;
const BLOCK_TEXT = /^[|>][-+\d]*(?: +#.*)?$/;
const PROPERTIES = /^(?:[&!][^\s]*(?: +|$))+/;
const COMMENT = /(?:^|\s)#.*$/gm;
/** Deeper nobody writes, and the reader calls itself. */
const DEEPEST = 30;

/** User data as data; undefined where it is no cloud-config, and for what is not understood. */
export function cloudConfigData(userData: string): unknown {
  return HEADER.test(userData) ? yamlData(userData) : undefined;
}

/** A text of YAML as data; undefined for what is not understood. */
export function yamlData(text: string): unknown {
  return new Reader(text.split(/\r?\n/)).read();
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

class Reader {
  private position = 0;
  private readonly lines: (Line | undefined)[];

  public constructor(private readonly raw: readonly string[]) {
    this.lines = raw.map((line) => lineOf(line));
  }

  public read(): unknown {
    return this.block(0, 0);
  }

  /** The next line with something in it. */
  private get next(): Line | undefined {
    while (this.position < this.lines.length && this.lines[this.position] === undefined) {
      this.position++;
    }
    return this.lines[this.position];
  }

  private block(least: number, depth: number): unknown {
    const line = this.next;
    if (line === undefined || line.indent < least || depth > DEEPEST) {
      return undefined;
    }
    if (ITEM.test(line.text)) {
      return this.list(line.indent, depth);
    }
    const isMapping = KEY.test(line.text) || COMPLEX_KEY.test(line.text);
    return isMapping ? this.mapping(line.indent, depth) : this.value(line.text, line.indent - 1, depth);
  }

  private list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.next; line?.indent === indent && ITEM.test(line.text); line = this.next) {
      const [{ length }] = ITEM.exec(line.text) as RegExpExecArray;
      const rest = line.text.slice(length);
      if (rest === '' || rest.startsWith('#')) {
        this.position++;
        items.push(this.block(indent + 1, depth + 1));
      } else if (BLOCK_TEXT.test(rest)) {
        items.push(this.blockText(indent));
      } else {
        this.lines[this.position] = { indent: indent + length, text: rest };
        items.push(this.block(indent + 1, depth + 1));
      }
      this.continuation(indent);
    }
    return items;
  }

  private mapping(indent: number, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (let line = this.next; line?.indent === indent; line = this.next) {
      const [, key, value = ''] = KEY.exec(line.text) ?? [];
      if (key === undefined) {
        this.position++;
      } else {
        entries.push([String(scalar(key)), this.value(value, indent, depth)]);
      }
      this.continuation(indent);
    }
    return Object.fromEntries(entries);
  }

  /** The value that begins on this line, behind a key or as a whole; the position is behind it then. */
  private value(text: string, indent: number, depth: number): unknown {
    const content = text.replace(PROPERTIES, '');
    if (BLOCK_TEXT.test(content)) {
      return this.blockText(indent);
    }
    this.position++;
    if (content === '' || content.startsWith('#')) {
      const isList = ITEM.test(this.next?.text ?? '');
      return this.block(isList ? indent : indent + 1, depth + 1);
    }
    if (content.startsWith('*')) {
      return undefined;
    }
    const whole = [content, ...this.continuation(indent)].join('\n');
    return /^[[{]/.test(whole) ? flow(whole) : scalar(whole);
  }

  /** The lines that go on with a value, or belong to what is not understood: those further in. */
  private continuation(indent: number): string[] {
    const found: string[] = [];
    for (let line = this.next; line !== undefined && line.indent > indent; line = this.next) {
      found.push(line.text);
      this.position++;
    }
    return found;
  }

  private blockText(indent: number): string {
    const lines: string[] = [];
    for (this.position++; this.position < this.raw.length; this.position++) {
      const line = this.raw[this.position];
      if (line.trim() !== '' && indentOf(line) <= indent) {
        break;
      }
      lines.push(line);
    }
    const depth = lines.reduce((least, line) => (line.trim() === '' ? least : Math.min(least, indentOf(line))), Number.POSITIVE_INFINITY);
    return lines.map((line) => line.slice(depth)).join('\n');
  }
}

function lineOf(line: string): Line | undefined {
  const text = line.trim();
  return text === '' || text.startsWith('#') || text === '---' || text === '...' ? undefined : { indent: indentOf(line), text };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

/** A scalar as text: what a number or a switch is, is up to whoever asks. */
function scalar(text: string): string | undefined {
  const double = /^"((?:[^"\\]|\\.)*)"/s.exec(text);
  const single = /^'((?:[^']|'')*)'/s.exec(text);
  if (double !== null) {
    return double[1].replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gis, (_, two, four, one) =>
      one === undefined ? String.fromCharCode(Number.parseInt(two ?? four, 16)) : (ESCAPES[one] ?? one),
    );
  }
  if (single !== null) {
    return single[1].replaceAll("''", "'");
  }
  return /^["'*&!]/.test(text) ? undefined : text.replace(COMMENT, '').trim();
}

const TOKEN =
  /\s*(?:([[\]{},])|((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))(\s*:)?|([^\s[\]{},"'](?:[^[\]{},:]|:(?![\s,[\]{}]|$))*)(:(?=[\s,[\]{}]|$))?)/gsy;

/** Flow style, which JSON is, too; undefined: it does not end, or is not understood. */
function flow(text: string): unknown {
  const root: unknown[] = [];
  const stack: { readonly holder: unknown[] | Record<string, unknown>; key?: string }[] = [{ holder: root }];
  const put = (value: unknown) => {
    const top = stack[stack.length - 1];
    if (Array.isArray(top.holder)) {
      top.holder.push(value);
    } else if (top.key !== undefined) {
      Object.defineProperty(top.holder, top.key, { value, enumerable: true, configurable: true, writable: true });
      top.key = undefined;
    }
  };
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token !== null && (stack.length > 1 || root.length === 0); token = TOKEN.exec(text)) {
    const [, mark, quoted, quotedColon, plain, plainColon] = token;
    const top = stack[stack.length - 1];
    if (mark === '[' || mark === '{') {
      const holder = mark === '[' ? [] : {};
      put(holder);
      stack.push({ holder });
    } else if (mark === ']' || mark === '}') {
      stack.pop();
    } else if (mark === undefined && isObject(top.holder) && (quotedColon ?? plainColon) !== undefined) {
      top.key = scalar(quoted ?? plain);
    } else if (mark === undefined) {
      put(scalar(quoted ?? plain));
    }
  }
  return stack.length === 1 ? root[0] : undefined;
}
