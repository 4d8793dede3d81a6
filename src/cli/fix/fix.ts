import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodeLike } from '../../source';
import type { JudgedFinding } from '../audit/judge';
import { readAll, reportedFile } from '../audit/read-all';
import type { AuditSettings } from '../audit/settings';
import { exitCodeOf } from '../audit/threshold';
import type { ExitCode } from '../exit-code';
import { STDIN_NAME } from '../read-sources';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { writeWholeFile } from '../write-file';
import { diffOf } from './diff';
import { judgedFiles } from './judged-files';
import { type Mends, mend } from './mend';
import { patchRefusals, writePatches } from './patches/patches';
import { mendsText } from './tell';

/** The options of the call, as they are parsed. */
export interface FixOptions {
  /** Print what would change, and change nothing. */
  readonly dryRun?: boolean;
  /** Write what needs a decision too. */
  readonly unsafe?: boolean;
  /** Write what makes VMs highly available too. */
  readonly harden?: boolean;
  /** The folder for patches that do it, in place of the files. */
  readonly patches?: string;
}

/** Reads, judges, mends, writes. Ends as an audit of what is left would. */
export async function fix(settings: AuditSettings, options: FixOptions, streams: Streams): Promise<ExitCode> {
  const before = judgedFiles(await readAll(settings, streams), settings, streams);
  const { dryRun = false, unsafe = false, harden = false, patches } = options;
  const isWanted = ({ fix: found }: JudgedFinding) => found?.safe === true || unsafe || (harden && found?.hardens === true);
  const refusalOf = patches === undefined ? undefined : patchRefusals(before);
  const mends = mend(before, { isWanted, refusalOf }, settings, streams);
  const standardInput = patches === undefined ? mends.after.files.find(({ path }) => path === STDIN_NAME) : undefined;
  if (patches !== undefined) {
    writePatches(mends, patches, dryRun, streams);
  } else if (dryRun) {
    streams.stdout.write(diffsOf(mends));
  } else {
    writeFiles(mends, streams.cwd);
    streams.stdout.write(standardInput?.text ?? '');
  }
  const summary = dryRun || standardInput !== undefined ? streams.stderr : streams.stdout;
  summary.write(mendsText(mends, { isDry: dryRun, isComplete: harden }));
  return exitCodeOf({ files: mends.after.files.map(reportedFile), findings: mends.after.findings }, settings.failOn);
}

/** A unified diff of each file that changes. */
function diffsOf({ before, after }: Mends): string {
  return before.files.map(({ path, text }, index) => diffOf(path.replace(/^\.\//, ''), text, after.files[index].text)).join('');
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
