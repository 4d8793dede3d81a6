import { onOneLine } from '../facts';
import type { ReportedFinding } from './audit-report';
import type { Paint } from './colors';
import type { ReportOptions } from './options';
import { type Counts, countsOf, grouped } from './summary';
import { objectName } from './words';

/** How many objects the table has, if not all are asked for. */
const MOST_ROWS = 10;

/** The objects with most findings that count, where there are several. */
export function objectTable(findings: readonly ReportedFinding[], paint: Paint, { verbose = false }: ReportOptions): string[] {
  const groups = grouped(
    findings.filter(({ acceptance }) => acceptance === undefined),
    ({ object, file }) => `${objectName(object)}  ${onOneLine(file)}`,
  );
  if (groups.size < 2) {
    return [];
  }
  const rows = [...groups].map(([name, inObject]) => ({ name, ...countsOf(inObject) })).sort(byWeight);
  const shown = verbose ? rows : rows.slice(0, MOST_ROWS);
  const rest = rows.length - shown.length;
  return [
    paint('muted', 'errors  warnings  object'),
    ...shown.map(({ errors, warnings, name }) => `${cell(errors, 6)}  ${cell(warnings, 8)}  ${name}`),
    ...(rest > 0 ? [paint('muted', `                  and ${rest} more`)] : []),
    '',
  ];
}

function byWeight(one: Counts, other: Counts): number {
  return other.errors - one.errors || other.warnings - one.warnings || other.infos - one.infos;
}

function cell(count: number, columns: number): string {
  return String(count === 0 ? '-' : count).padStart(columns);
}
