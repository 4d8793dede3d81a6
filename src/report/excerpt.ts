import { onOneLine, withoutSecrets } from '../facts';
import type { Region, ReportedFinding, SourceLine } from './audit-report';

/** No line of a file is shown longer. */
const LONGEST_LINE = 160;
/** What is shown before the field in a line that is too long. */
const BEFORE = 30;

/** A line as it may be shown, in three pieces of which the second is what the finding is about. */
export interface ShownLine {
  readonly number: number;
  readonly before: string;
  /** Not set: the finding begins in another line. */
  readonly marked?: string;
  readonly after: string;
}

/** The lines around a finding, without what a terminal would not print, none longer than a number of characters. */
export function shownLines({ excerpt, region }: ReportedFinding, longest = LONGEST_LINE): ShownLine[] {
  return excerpt.map((line) => shownLine(line, region, Math.max(BEFORE, Math.min(longest, LONGEST_LINE))));
}

function shownLine({ number, text }: SourceLine, region: Region, longest: number): ShownLine {
  const whole = text.trimEnd();
  const safe = withoutSecrets(whole);
  if (number !== region.line) {
    return { number, before: cut(printed(safe), longest), after: '' };
  }
  const [before, marked, after] = piecesOf(whole, region, safe).map(printed);
  const start = whole.length > longest && before.length > BEFORE ? `…${before.slice(-BEFORE)}` : before;
  const middle = cut(marked, longest - start.length);
  return { number, before: start, marked: middle, after: cut(after, longest - start.length - middle.length) };
}

/** What is before, in and behind a region; where a secret goes over its ends, all of the line is in it. */
function piecesOf(whole: string, { line, column, endLine, endColumn }: Region, safe: string): readonly string[] {
  const start = Math.min(column - 1, whole.length);
  const end = Math.max(start, endLine === line ? endColumn - 1 : whole.length);
  const pieces = [whole.slice(0, start), whole.slice(start, end), whole.slice(end)];
  // Most lines have no secret, and what shows none as a whole shows none in pieces.
  const shown = safe === whole ? pieces : pieces.map(withoutSecrets);
  const text = safe.trimStart();
  return shown.join('') === safe ? shown : [safe.slice(0, safe.length - text.length), text, ''];
}

/** A piece of a line as a terminal may have it. */
function printed(text: string): string {
  return onOneLine(text.replaceAll('\t', '    '));
}

/** A text that has a place of its own length, or ends with a sign that there was more. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, Math.max(0, longest))}…`;
}
