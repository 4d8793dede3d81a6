import { onOneLine, withoutSecrets } from '../facts';
import type { Region, ReportedFinding, SourceLine } from './audit-report';
import type { Paint } from './colors';
import { columnsOf } from './wrap';

/** No line of a file is shown longer, where the terminal does not say less. */
const LONGEST_LINE = 160;
/** What is shown before the field in a line that is too long. */
const BEFORE = 30;

/** A line as it is shown, and the columns of it that are marked. */
interface ShownLine {
  readonly text: string;
  readonly mark?: { readonly start: number; readonly length: number };
}

/** The lines around a finding with its place marked, in columns of a terminal. */
export function excerptLines({ excerpt, region }: ReportedFinding, paint: Paint, columns = Number.POSITIVE_INFINITY): string[] {
  const digits = Math.max(0, ...excerpt.map(({ number }) => String(number).length));
  const longest = Math.max(BEFORE, Math.min(LONGEST_LINE, columns - digits - 5));
  return excerpt.flatMap((line) => {
    const { text, mark } = shownLine(line, region, longest);
    const number = String(line.number).padStart(digits);
    if (mark === undefined) {
      return [`  ${paint('muted', `${number} |`)} ${text}`.trimEnd()];
    }
    const caret = `${' '.repeat(mark.start)}${paint('error', '^'.repeat(mark.length))}`;
    return [`${paint('error', '>')} ${paint('muted', `${number} |`)} ${text}`, `  ${paint('muted', `${' '.repeat(digits)} |`)} ${caret}`];
  });
}

function shownLine(line: SourceLine, region: Region, longest: number): ShownLine {
  const whole = line.text.trimEnd();
  const isMarked = line.number === region.line;
  if (withoutSecrets(whole) !== whole) {
    return { text: printed(withoutSecrets(whole)).slice(0, longest), mark: isMarked ? { start: 0, length: 1 } : undefined };
  }
  if (!isMarked) {
    return { text: cut(printed(whole), longest) };
  }
  const column = Math.min(region.column - 1, whole.length);
  const start = whole.length > longest && column > BEFORE ? column - BEFORE : 0;
  const end = region.endLine === region.line ? region.endColumn - 1 : whole.length;
  const before = `${start > 0 ? '…' : ''}${printed(whole.slice(start, column))}`;
  const marked = printed(whole.slice(column, Math.max(end, column)));
  const text = cut(`${before}${marked}${printed(whole.slice(Math.max(end, column)))}`, longest);
  const length = Math.min(columnsOf(marked), longest - columnsOf(before));
  return { text, mark: { start: columnsOf(before), length: Math.max(1, length) } };
}

/** A piece of a line as a terminal may have it. */
function printed(text: string): string {
  return onOneLine(text.replaceAll('\t', '    '));
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
