import { Severity } from '../audit/severity';
import { counted, onOneLine } from '../facts';
import type { AuditReport, FileFault, ReportedFile, ReportedFinding } from './audit-report';
import { type Paint, painter, roleOf } from './colors';
import { logLine } from './log-lines';
import type { ReportOptions } from './options';
import { countsText, failsFrom, grouped, inputText, summaryOf } from './summary';
import { excerptLines } from './text-excerpt';
import { objectTable } from './text-table';
import { acceptanceText, codeOf, faultOf, objectName, sentence, sourcesOf } from './words';
import { wrapped } from './wrap';

/** `error`, `warning` or `info`, with what keeps it from the text. */
const SEVERITY_COLUMNS = 9;
/** A position such as `14:7`, with what keeps it from the severity. */
const POSITION_COLUMNS = 8;
const MARGIN = 2;

/** The report for people, on a terminal or in the log of a pipeline. */
export function text(report: AuditReport, options: ReportOptions = {}): string {
  const paint = painter(options.color ?? false);
  const findings = toldOf(report.findings, options);
  const lines = [
    ...fileBlocks(report.files, findings, paint, options),
    ...objectTable(findings, paint, options),
    ...summary(report, paint, options),
  ];
  return `${lines.map(logLine).join('\n')}\n`;
}

/** The findings that are told one by one: accepted ones too, infos on request. */
function toldOf(
  findings: readonly ReportedFinding[],
  { quiet = false, verbose = false, failOn = Severity.ERROR }: ReportOptions,
): readonly ReportedFinding[] {
  if (quiet) {
    const isTold = (severity: Severity) => severity === Severity.ERROR || failsFrom(severity, failOn);
    return findings.filter(({ severity, acceptance }) => isTold(severity) && acceptance === undefined);
  }
  return verbose ? findings : findings.filter(({ severity }) => severity !== Severity.INFO);
}

function fileBlocks(files: readonly ReportedFile[], findings: readonly ReportedFinding[], paint: Paint, options: ReportOptions): string[] {
  const byFile = grouped(findings, ({ file }) => file);
  const paths = new Map(files.map((file) => [file.path, file]));
  return [...new Set([...paths.keys(), ...byFile.keys()])].flatMap((path) => {
    const blocks = [
      ...(paths.get(path)?.faults ?? []).map((fault) => faultBlock(fault, paint, options)),
      ...(byFile.get(path) ?? []).map((finding) => findingBlock(finding, paint, options)),
    ];
    const isTold = blocks.length > 0 || options.verbose === true;
    return isTold ? [paint('title', onOneLine(path)), ...(blocks.length > 0 ? blocks.flat() : ['  nothing found']), ''] : [];
  });
}

function faultBlock({ message, place }: FileFault, paint: Paint, { width }: ReportOptions): string[] {
  const position = place === undefined ? '-' : `${place.line}:${place.column}`;
  return entry(position, paint('error', 'not judged'), wrapped(sentence(message), textColumns(width), SEVERITY_COLUMNS), paint);
}

function findingBlock(finding: ReportedFinding, paint: Paint, options: ReportOptions): string[] {
  const { region, severity, object, acceptance, rule } = finding;
  const columns = textColumns(options.width);
  const what = wrapped(`${objectName(object)}: ${faultOf(finding)}`, columns, SEVERITY_COLUMNS);
  const position = `${region.line}:${region.column}`;
  if (acceptance !== undefined) {
    const why = wrapped(`${acceptanceText(acceptance)} (${rule.id})`, columns);
    return entry(
      position,
      paint('muted', severity.padEnd(SEVERITY_COLUMNS - MARGIN)),
      [...what, ...why].map((line) => paint('muted', line)),
      paint,
    );
  }
  const more = options.verbose ? [rule.rationale, ...sourcesOf(rule)].flatMap((line) => wrapped(onOneLine(line), columns)) : [];
  const rest = [
    ...wrapped(sentence(finding.remedy), columns),
    ...wrapped(codeOf(finding), columns).map((line) => paint('code', line)),
    ...more.map((line) => paint('muted', line)),
  ];
  const lines = entry(position, paint(roleOf(severity), severity.padEnd(SEVERITY_COLUMNS - MARGIN)), [...what, ...rest], paint);
  return [...lines, ...excerptLines(finding, paint, excerptColumns(options.width)).map((line) => `    ${line}`)];
}

/** Lines with a position and a severity before the first of them. */
function entry(position: string, severity: string, [first, ...others]: readonly string[], paint: Paint): string[] {
  const indent = ' '.repeat(MARGIN + POSITION_COLUMNS);
  const start = `${' '.repeat(MARGIN)}${paint('muted', position.padEnd(POSITION_COLUMNS - 1))} `;
  return [`${start}${severity}  ${first}`, ...others.map((line) => `${indent}${line}`)];
}

/** What is left of the width for texts: undefined: as much as they want. */
function textColumns(width?: number): number | undefined {
  return width === undefined ? undefined : width - MARGIN - POSITION_COLUMNS;
}

function excerptColumns(width?: number): number | undefined {
  return width === undefined ? undefined : width - 4;
}

function summary(report: AuditReport, paint: Paint, { mendCommand }: ReportOptions): string[] {
  const counts = summaryOf(report);
  const role = counts.errors > 0 || counts.faultyFiles > 0 ? 'error' : counts.warnings > 0 ? 'warning' : 'good';
  const faulty =
    counts.faultyFiles === 0 ? [] : [paint('error', `${counted(counts.faultyFiles, 'file')} could not be judged, or not all of it`)];
  const mends =
    counts.fixable === 0 ? [] : [`${counts.fixable} can be mended${mendCommand === undefined ? '' : `: ${onOneLine(mendCommand)}`}`];
  return [`${inputText(counts)}, judged for ${onOneLine(report.cluster)}: ${paint(role, countsText(counts))}`, ...faulty, ...mends];
}
