import { type Event, parseEvents, YAMLException } from 'js-yaml-5';
import type { TextFault } from './fault';
import { forbiddenTab } from './forbidden-tab';

/** No object of Kubernetes is nested deeper. */
export const DEEPEST = 200;

/** A YAML text in parts, in the order in which they stand. */
export interface ParsedYaml {
  /** The text that the parts are of: the one given, with some lines indented. */
  readonly text: string;
  readonly events: readonly Event[];
  /** The offset in the text that was given. */
  readonly originalOffset: (offset: number) => number;
}

/**
 * Parses YAML as kubectl does; a fault where it is none.
 *
 * YAML wants what stands in brackets and quotes indented. Go's YAML does not ask for it, and a closing bracket below the key is
 * common: such lines are indented, and parsed again.
 */
export function parseYaml(text: string): ParsedYaml | TextFault {
  const control = CONTROL.exec(text);
  if (control !== null && !text.startsWith('{')) {
    return {
      offset: control.index,
      message: readable(control[0] === '\0' ? NUL : 'it has a control character'),
    };
  }
  const indented: number[] = [];
  let current = text;
  for (let attempts = 0; ; attempts++) {
    const parsed = attempt(current);
    if (Array.isArray(parsed)) {
      const tab = current === text ? forbiddenTab(text, parsed) : undefined;
      return tab === undefined ? parsedAs(current, parsed, indented) : { offset: tab, message: readable(FORBIDDEN_TAB) };
    }
    const { position, reason } = parsed as SyntaxFault;
    const start = lineStart(current, position);
    const line = current.slice(start, position);
    const spaced = withoutNextTab(line);
    if (reason !== NOT_INDENTED || attempts === MOST_ATTEMPTS || (spaced === line && indented.includes(start))) {
      const tab = LEADING_BLANK.exec(line)?.[0].indexOf('\t') ?? -1;
      const fault = tab < 0 ? { at: position, reason } : { at: start + tab, reason: FORBIDDEN_TAB };
      return { offset: originalOffset(fault.at, indented), message: readable(fault.reason) };
    }
    if (spaced === line) {
      current = current.slice(0, start) + INDENTATION + current.slice(start);
      indented.push(start);
    } else {
      current = current.slice(0, start) + spaced + current.slice(position);
    }
  }
}

/** The parser takes tabs within brackets for a line that is not indented. */
function withoutNextTab(line: string): string {
  const tab = line.indexOf('\t', line.length - line.trimStart().length);
  return tab < 0 ? line : `${line.slice(0, tab)} ${line.slice(tab + 1)}`;
}

function parsedAs(text: string, events: readonly Event[], indented: readonly number[]): ParsedYaml {
  return { text, events, originalOffset: indented.length === 0 ? asItIs : (offset) => originalOffset(offset, indented) };
}

/** Those that Go's YAML refuses, and JSON does not. */
const CONTROL = /[^\t\n\r -~\u0085\u00a0-\ufffd]/;

const LEADING_BLANK = /^[ \t]*/;
const NUL = 'null byte is not allowed in input';
const FORBIDDEN_TAB = 'tab characters must not be used in indentation';
const NOT_INDENTED = 'deficient indentation';
const INDENTATION = ' '.repeat(256);
/** Each costs another pass over the document. */
const MOST_ATTEMPTS = 500;

interface SyntaxFault {
  readonly position: number;
  readonly reason: string;
}

function attempt(text: string): readonly Event[] | SyntaxFault {
  try {
    return parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (error instanceof YAMLException) {
      return { position: error.mark?.position ?? 0, reason: error.reason };
    }
    throw error;
  }
}

function lineStart(text: string, position: number): number {
  return Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
}

function asItIs(offset: number): number {
  return offset;
}

/** Lines are indented from the first to the last: each start is an offset in the text with those before it indented. */
function originalOffset(offset: number, indented: readonly number[]): number {
  const before = indented.filter((start) => start <= offset);
  const last = before[before.length - 1] ?? 0;
  const added = before.length * INDENTATION.length;
  return before.length === 0 ? offset : Math.max(offset, last + INDENTATION.length) - added;
}

/** What to do about what the parser says, by a word in it. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/tab character/, 'Indent with spaces.'],
  [/maxDepth/, 'Kubernetes has no objects like that: look at what wrote the file.'],
  [
    /null byte|control character|non-printable|JSON character/,
    'Remove it, or write it with an escape in double quotes; a file that is no text is no manifest.',
  ],
  [/double quoted|single quoted/, 'Close the quotes.'],
  [/flow collection|comma|','/, 'Close the brackets, and put commas between their entries.'],
  [/indentation of|deficient/, 'Indent what belongs together by the same number of spaces.'],
  [/escape|hexadecimal/, 'Double the backslash, or use single quotes.'],
  [/document separator is expected/, 'Put texts with special characters in quotes, and begin each document with "---".'],
  [/explicit indentation width/, 'Use a width from 1 to 9, or none.'],
  [/key|':'|whitespace/, 'Write "key: value", and put texts with ": " or " #" in quotes.'],
];

function readable(reason: string): string {
  const what = reason
    .replace(/^nesting exceeded maxDepth \((\d+)\)$/, 'it is nested more than $1 levels deep')
    .replace(/^null byte is not allowed in input$/, 'it has a NUL byte')
    .replace('can not', 'cannot');
  const [, remedy] = REMEDIES.find(([pattern]) => pattern.test(reason)) ?? [undefined, 'Correct the YAML.'];
  return `This cannot be read as YAML: ${what}. ${remedy}`;
}
