import type { ReportedFinding } from './audit-report';
import type { Paint } from './colors';
import { shownLines } from './excerpt';
import { columnsOf } from './wrap';

/** What stands before a line: its number, a mark, spaces. */
const NUMBER_COLUMNS = 9;

/** The lines around a finding with a caret below its place, in columns of a terminal. */
export function excerptLines(finding: ReportedFinding, paint: Paint, columns = Number.POSITIVE_INFINITY): string[] {
  const lines = shownLines(finding, columns - NUMBER_COLUMNS);
  const digits = Math.max(0, ...lines.map(({ number }) => String(number).length));
  return lines.flatMap(({ number, before, marked, after }) => {
    const label = paint('muted', `${String(number).padStart(digits)} |`);
    if (marked === undefined) {
      return [`  ${label} ${before}`.trimEnd()];
    }
    const caret = ' '.repeat(columnsOf(before)) + paint('error', '^'.repeat(Math.max(1, columnsOf(marked))));
    return [`${paint('error', '>')} ${label} ${before}${marked}${after}`, `  ${paint('muted', `${' '.repeat(digits)} |`)} ${caret}`];
  });
}
