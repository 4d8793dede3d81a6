import { relative } from 'node:path';
import { printable } from '../../facts';
import { type AuditReport, FORMATS, type ReportedFile, type ReportedFinding } from '../../report';
import { packageVersion } from '../../report/package-folder';
import type { SourceFile } from '../../source';
import type { ExitCode } from '../exit-code';
import { faultLines } from '../fault-lines';
import type { Streams } from '../streams';
import { writeReports } from '../write-reports';
import { withAcknowledgements } from './acknowledgements';
import { withBaseline, writeBaseline } from './baseline';
import { judge } from './judge';
import { readAll, reportedFile } from './read-all';
import type { AuditSettings } from './settings';
import { exitCodeOf } from './threshold';

/** Reads, judges, reports. */
export async function audit(settings: AuditSettings, streams: Streams): Promise<ExitCode> {
  const files = await readAll(settings, streams);
  const found = foundIn(files, settings, streams);
  const { baseline, newBaseline } = settings;
  if (newBaseline !== undefined) {
    const count = writeBaseline(withKnown(found, baseline, streams), newBaseline);
    streams.stderr.write(`${count} finding${count === 1 ? '' : 's'} written to ${relative(streams.cwd, newBaseline)}.\n`);
  }
  const report = auditReport(files, withKnown(found, newBaseline ?? baseline, streams), settings);
  const { reports, quiet, verbose, color, failOn, mendCommand } = settings;
  writeReports(report, FORMATS, reports, { quiet, verbose, color, failOn, mendCommand }, streams);
  if (!settings.reports.some(({ format, file }) => format === 'text' && file === undefined)) {
    tellFaults(report.files, streams);
  }
  return report.exitCode;
}

/** What the rules find in files, accepted or not. */
export function foundIn(files: readonly SourceFile[], settings: AuditSettings, { cwd, today }: Streams): ReportedFinding[] {
  return withAcknowledgements({ cwd, files, findings: judge(files, settings, today), settings, today });
}

/** Findings, of which those in a baseline are accepted, if there is one. */
export function withKnown(findings: ReportedFinding[], baseline: string | undefined, { cwd }: Streams): ReportedFinding[] {
  return baseline === undefined ? findings : withBaseline(findings, baseline, cwd);
}

/** What an audit ends with. */
interface EndedAudit extends AuditReport {
  readonly exitCode: ExitCode;
}

export function auditReport(files: readonly SourceFile[], findings: ReportedFinding[], { cluster, failOn }: AuditSettings): EndedAudit {
  const reported = files.map(reportedFile);
  const exitCode = exitCodeOf({ files: reported, findings }, failOn);
  return { version: packageVersion(), cluster: cluster.name, files: reported, findings, exitCode };
}

/** Who does not read the report has to know all the same why the command ends with 2. */
function tellFaults(files: readonly ReportedFile[], { stderr }: Streams): void {
  for (const line of faultLines(files)) {
    stderr.write(`${printable(line)}\n`);
  }
}
