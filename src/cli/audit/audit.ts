import { relative, resolve } from 'node:path';
import { type AuditReport, FORMATS, type ReportedFile } from '../../report';
import type { SourceFile } from '../../source';
import type { ExitCode } from '../exit-code';
import { packageJson } from '../package-folder';
import { readSources } from '../read-sources';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { writeWholeFile } from '../write-file';
import { withAcknowledgements } from './acknowledgements';
import { withBaseline, writeBaseline } from './baseline';
import { judge } from './judge';
import type { AuditSettings } from './settings';
import { exitCodeOf } from './threshold';

/** Reads, judges, reports. */
export async function audit(settings: AuditSettings, streams: Streams): Promise<ExitCode> {
  const files = await readSources(settings, streams);
  refuseUnknownParameters(files, settings);
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
  return exitCode;
}

function reportedFile({ path, manifests, others, templates, faults }: SourceFile): ReportedFile {
  return {
    path,
    objects: manifests.length,
    others,
    templates: templates === 0 ? undefined : templates,
    faults: faults.length === 0 ? undefined : faults,
  };
}

/** A typing error in the name of a parameter must not pass for a value that counts. */
function refuseUnknownParameters(files: readonly SourceFile[], { parameters, loaded }: AuditSettings): void {
  const configured = new Set(Object.keys(loaded?.config.parameters ?? {}));
  for (const name of parameters.keys()) {
    if (!configured.has(name) && !files.some((file) => file.parameters.has(name))) {
      const known = [...new Set(files.flatMap((file) => [...file.parameters]))];
      const remedy = known.length === 0 ? 'Leave it out.' : `Use one of ${known.join(', ')}.`;
      throw new UsageError(`--param names ${name}, and no template has such a parameter. ${remedy}`);
    }
  }
}

function writeReports(report: AuditReport, { reports, quiet, verbose, color, failOn }: AuditSettings, { stdout, cwd }: Streams): void {
  for (const { format, file } of reports) {
    const write = FORMATS.get(format) as NonNullable<ReturnType<typeof FORMATS.get>>;
    if (file === undefined) {
      stdout.write(write(report, { quiet, verbose, color, failOn, width: stdout.isTerminal ? stdout.columns : undefined }));
    } else {
      writeWholeFile(resolve(cwd, file), write(report, { quiet, verbose, failOn }));
    }
  }
}
