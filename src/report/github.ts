import { Severity } from '../audit/severity';
import { onOneLine } from '../facts';
import type { AuditReport, Region } from './audit-report';
import { logLine } from './log-lines';
import { countsText, inputText, summaryOf } from './summary';
import { objectName, sentence, wholeText } from './words';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const ORDER: readonly Severity[] = [Severity.ERROR, Severity.WARNING, Severity.INFO];

/**
 * Workflow commands of GitHub Actions: printed by a step, they become annotations of the files. Accepted findings are left out, and
 * errors come first: GitHub shows ten of each level a step.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(report: AuditReport): string {
  const faults = report.files.flatMap(({ path, faults = [] }) =>
    faults.map(({ message, place }) => {
      const position: Record<string, number> = place === undefined ? {} : { line: place.line, col: place.column };
      return command('error', { file: path, ...position, title: 'file could not be judged' }, sentence(message));
    }),
  );
  const counting = report.findings.filter(({ acceptance }) => acceptance === undefined);
  const annotations = ORDER.flatMap((level) =>
    counting
      .filter(({ severity }) => severity === level)
      .map((finding) => {
        const { file, region, rule, object } = finding;
        const title = `${rule.id} (${objectName(object)})`;
        return command(COMMANDS[level], { file, ...placeOf(region), title }, wholeText(finding));
      }),
  );
  const summary = summaryOf(report);
  return `${[...faults, ...annotations, logLine(`${inputText(summary)}: ${countsText(summary)}`)].join('\n')}\n`;
}

/** GitHub refuses columns of what goes over several lines. */
function placeOf({ line, column, endLine, endColumn }: Region): Record<string, number> {
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const parameters = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${parameters.join(',')}::${escapedData(message)}`;
}

/** Ends of lines are none any more, and need no escape of GitHub's. */
function escapedData(text: string): string {
  return onOneLine(text).replaceAll('%', '%25');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
