import { relative, resolve } from 'node:path';
import { printable } from '../../facts';
import { type AuditReport, FORMATS, type ReportedFile } from '../../report';
import type { ExitCode } from '../exit-code';
import { faultLines } from '../fault-lines';
import { packageJson } from '../package-folder';
import type { Streams } from '../streams';
import { writeWholeFile } from '../write-file';
import { withAcknowledgements } from './acknowledgements';
import { withBaseline, writeBaseline } from './baseline';
import { judge } from './judge';
import { readAll, reportedFile } from './read-all';
import type { AuditSettings } from './settings';
import { exitCodeOf } from './threshold';

/** Reads, judges, reports. */
export async function audit(settings: AuditSettings, streams: Streams): Promise<ExitCode> {
  const files = await readAll(settings, streams);
  const { cwd, today } = streams;
  const found = withAcknowledgements({ cwd, files, findings: judge(files, settings, today), settings, today });
  const findings = settings.baseline === undefined ? found : withBaseline(found, settings.baseline, cwd);
  if (settings.newBaseline !== undefined) {
    const count = writeBaseline(findings, settings.newBaseline);
    streams.stderr.write(`${count} finding${count === 1 ? '' : 's'} written to ${relative(cwd, settings.newBaseline)}.\n`);
  }
  const counting = settings.newBaseline === undefined ? findings : withBaseline(found, settings.newBaseline, cwd);
  const reported = files.map(reportedFile);
  const exitCode = exitCodeOf({ files: reported, findings: counting }, settings.failOn);
  const report = { version: packageJson().version, cluster: settings.cluster.name, files: reported, findings: counting, exitCode };
  writeReports(report, settings, streams);
  if (!settings.reports.some(({ format, file }) => format === 'text' && file === undefined)) {
    tellFaults(reported, streams);
  }
  return exitCode;
}

/** Who does not read the report has to know all the same why the command ends with 2. */
function tellFaults(files: readonly ReportedFile[], { stderr }: Streams): void {
  for (const line of faultLines(files)) {
    stderr.write(`${printable(line)}\n`);
  }
}

function writeReports(
  report: AuditReport,
  { reports, quiet, verbose, color, failOn, mendCommand }: AuditSettings,
  { stdout, cwd }: Streams,
): void {
  for (const { format, file } of reports) {
    const write = FORMATS.get(format) as NonNullable<ReturnType<typeof FORMATS.get>>;
    if (file === undefined) {
      stdout.write(write(report, { quiet, verbose, color, failOn, mendCommand, width: stdout.isTerminal ? stdout.columns : undefined }));
    } else {
      writeWholeFile(resolve(cwd, file), write(report, { quiet, verbose, failOn, mendCommand }));
    }
  }
}
