import { Code, type Cursor, isSeparator } from './cursor';

/** Indicators that begin something else; "-", "?" and ":" do so only before a space. */
const NEVER_FIRST = ',[]{}#&*!|>\'"%@`';

/** Whether a text without quotes begins here. */
export function beginsPlain(cursor: Cursor, code: number, isInFlow: boolean): boolean {
  if (isSeparator(code) || NEVER_FIRST.includes(String.fromCharCode(code))) {
    return false;
  }
  if (code === Code.DASH || code === Code.QUESTION_MARK || code === Code.COLON) {
    return !isSeparator(cursor.code(1)) && (code === Code.DASH || !isInFlow);
  }
  return true;
}

/** What stands where nothing begins with it, and what to do. */
export function misplaced(code: number): [string, string] {
  return code === Code.TAB
    ? ['a tab where only spaces may be', 'Indent with spaces, and put a text with tabs into double quotes, each tab as \\t.']
    : [`the character "${String.fromCharCode(code)}" at the beginning of a text without quotes`, 'Put the text into quotes.'];
}
