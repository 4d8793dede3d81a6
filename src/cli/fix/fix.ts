import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodeLike } from '../../source';
import { readAll, reportedFile } from '../audit/read-all';
import type { AuditSettings } from '../audit/settings';
import { exitCodeOf } from '../audit/threshold';
import type { ExitCode } from '../exit-code';
import { STDIN_NAME } from '../read-sources';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { writeWholeFile } from '../write-file';
import { judgedFiles } from './judged-files';
import { type Mends, mend } from './mend';
import { mendsText } from './tell';

/** The options of the call, as they are parsed. */
export interface FixOptions {
  /** Print what would change, and change nothing. */
  readonly dryRun?: boolean;
  /** Write what needs a decision too. */
  readonly unsafe?: boolean;
}

/** Reads, judges, mends, writes. Ends as an audit of what is left would. */
export async function fix(settings: AuditSettings, { dryRun = false, unsafe = false }: FixOptions, streams: Streams): Promise<ExitCode> {
  const before = judgedFiles(await readAll(settings, streams), settings, streams);
  const mends = mend(before, (finding) => finding.fix?.safe === true || unsafe, settings, streams);
  const { stdout, stderr } = streams;
  const [standardInput] = mends.after.files.filter(({ path }) => path === STDIN_NAME);
  if (dryRun) {
    stdout.write(diffsOf(mends));
  } else {
    writeFiles(mends, streams.cwd);
    stdout.write(standardInput?.text ?? '');
  }
  const summary = dryRun || standardInput !== undefined ? stderr : stdout;
  summary.write(mendsText(mends, dryRun));
  return exitCodeOf({ files: mends.after.files.map(reportedFile), findings: mends.after.findings }, settings.failOn);
}

/** Loaded when there is a diff to print. */
interface DiffModule {
  readonly createTwoFilesPatch: (
    oldName: string,
    newName: string,
    oldText: string,
    newText: string,
    oldHeader: undefined,
    newHeader: undefined,
    options: { readonly context: number },
  ) => string;
}

/** A unified diff of each file that changes, for patch and git apply. */
function diffsOf({ before, after }: Mends): string {
  const { createTwoFilesPatch }: DiffModule = require('diff');
  return before.files
    .map((file, index) => ({ path: file.path.replace(/^\.\//, ''), old: file.text, fresh: after.files[index].text }))
    .filter(({ old, fresh }) => old !== fresh)
    .map(({ path, old, fresh }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, old, fresh, undefined, undefined, { context: 3 }).replace(/^=+\n/, ''),
    )
    .join('');
}

function writeFiles({ before, after }: Mends, cwd: string): void {
  before.files.forEach((file, index) => {
    const { text } = after.files[index];
    if (text !== file.text && file.path !== STDIN_NAME) {
      writeFile(file.path, resolve(cwd, file.path), file.text, text);
    }
  });
}

/** @throws UsageError where the file has changed since it was read */
function writeFile(name: string, path: string, old: string, text: string): void {
  const bytes = readFileSync(path);
  if (!encodeLike(bytes, old).equals(bytes)) {
    throw new UsageError(`${name} has changed while it was judged, and is left as it is. Run the command again.`);
  }
  writeWholeFile(path, encodeLike(bytes, text));
}
