import { relative, resolve } from 'node:path';
import { type AuditReport, FORMATS, type ReportedFile } from '../../report';
import { findFiles, readSourceFile, SourceFile } from '../../source';
import type { ExitCode } from '../exit-code';
import { packageJson } from '../package-folder';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { writeWholeFile } from '../write-file';
import { withAcknowledgements } from './acknowledgements';
import { withBaseline, writeBaseline } from './baseline';
import { judge } from './judge';
import { Progress } from './progress';
import type { AuditSettings } from './settings';
import { exitCodeOf } from './threshold';

/** What stands for the standard input among paths, and how it is named in reports. */
const STDIN = '-';
const STDIN_NAME = '<stdin>';

/** Reads, judges, reports. */
export async function audit(settings: AuditSettings, streams: Streams): Promise<ExitCode> {
  const files = await readAll(settings, streams);
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

/** @throws UsageError when there is nothing to judge */
async function readAll({ paths, isSkipped, parameters }: AuditSettings, streams: Streams): Promise<SourceFile[]> {
  const { cwd } = streams;
  const named = paths.filter((path) => path !== STDIN);
  const { files: found, faults, missing } = findFiles(named, { cwd, isSkipped });
  if (missing.length > 0) {
    throw new UsageError(
      `There is no file or folder ${missing.map((path) => `"${path}"`).join(', ')}. Name files, folders or patterns that exist.`,
    );
  }
  const progress = new Progress(streams, found.length);
  const files = found.map((file) => {
    const read = readSourceFile(file, cwd, { parameters });
    progress.step();
    return read;
  });
  progress.end();
  const standardInput = paths.includes(STDIN) ? [SourceFile.of(STDIN_NAME, await streams.stdin(), { parameters })] : [];
  const unreadable = faults.map(({ path, message }) => SourceFile.unreadable(path, message));
  const all = [...standardInput, ...files, ...unreadable];
  if (!all.some(({ manifests, faults: wrong }) => manifests.length > 0 || wrong.length > 0)) {
    throw new UsageError(nothingToJudge(paths, all));
  }
  return all;
}

function nothingToJudge(paths: readonly string[], files: readonly SourceFile[]): string {
  const where = paths.map((path) => (path === STDIN ? 'the standard input' : `"${path}"`)).join(', ');
  const count = (number: (file: SourceFile) => number) => files.reduce((sum, file) => sum + number(file), 0);
  if (count(({ templates }) => templates) > 0) {
    return `There are no Kubernetes objects in ${where}, but sources of templates. Render them first: helm template CHART | npx cdk8s-kubevirt audit -`;
  }
  return `There are no Kubernetes objects in ${where}. Name YAML or JSON files that have some, or folders with such files.`;
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
