/**
 * Characters that everybody reads as they are. Others are escaped: those that PyYAML refuses, those that version 1.1 takes for
 * the end of a line, those beyond U+FFFF, which PyYAML before 5.1 (RHEL 8) refuses, and those that nobody sees.
 */
const READABLE =
  ' -~\\u00a0-\\u00ac\\u00ae-\\u061b\\u061d-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u2070-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufff8';
const ESCAPED = new RegExp(`[^${READABLE}]`, 'gu');
const NOT_AS_IT_IS = new RegExp(`[^\\t\\n${READABLE}]`, 'u');

/** A text that no reader takes for anything but text, without quotes. */
const PLAIN = /^(?:-{0,2}[A-Za-z]|[_/])[^\t\n]*$/;
/** What ends a plain text, or begins a comment within. */
const NOT_PLAIN = /: | #|[ :]$/;
/** Words of version 1.1, and what the package `yaml` takes for a number there. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|-?e[-+]?[\d_]+)$/i;

/** A text in several lines that stands in a block as it is: the first line says how far the block is indented. */
const BLOCK = /^\S[\s\S]*\n/;
/** Spaces before the end of a line, which nobody sees and editors remove. */
const HIDDEN_SPACES = /[ \t](?:\n|$)/;

const SEVERAL_LINES = /\n[\s\S]/;

/** Readers look for the colon behind a key within 1,024 characters. */
const LONGEST_KEY = 1000;

export function scalarText(value: string | number | boolean | null, indentation: string): string {
  if (typeof value === 'string') {
    return textScalar(value, indentation);
  }
  return typeof value === 'number' ? numberText(value) : String(value);
}

/** The key of a member; a long one is told apart by a question mark. */
export function keyText(key: string, indentation: string): string {
  const text = isPlain(key) ? key : quoted(key);
  return text.length > LONGEST_KEY ? `? ${text}\n${indentation}` : text;
}

function textScalar(text: string, indentation: string): string {
  if (isPlain(text)) {
    return text;
  }
  if (BLOCK.test(text) && !NOT_AS_IT_IS.test(text) && !HIDDEN_SPACES.test(text)) {
    return block(text, indentation);
  }
  return SEVERAL_LINES.test(text) ? quotedLines(text, indentation) : quoted(text);
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !NOT_PLAIN.test(text) && !WORD.test(text) && !NOT_AS_IT_IS.test(text);
}

/** A fraction of version 1.1 has a point. */
function numberText(number: number): string {
  return String(number).replace(/^(-?\d+)e/, '$1.0e');
}

function block(text: string, indentation: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') {
    end--;
  }
  const [content, ends] = [text.slice(0, end), text.length - end];
  const lines = content.split('\n').map((line) => (line === '' ? '' : indentation + line));
  return `|${ends === 0 ? '-' : ends === 1 ? '' : '+'}\n${lines.join('\n')}${'\n'.repeat(Math.max(0, ends - 1))}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(ESCAPED, escaped);
}

/** In quotes, and still one line for each line of the text. */
function quotedLines(text: string, indentation: string): string {
  const lines = text.split(/(?<=\n)/).map((line) => indentation + quoted(line).slice(1, -1).replace(/^ /, '\\ '));
  return `"\\\n${lines.join('\\\n')}"`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  const hexadecimal = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\U${hexadecimal.padStart(8, '0')}` : `\\u${hexadecimal.padStart(4, '0')}`;
}
