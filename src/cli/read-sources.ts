import { findFiles, type ParameterValues, readSourceFile, SourceFile } from '../source';
import { Progress } from './progress';
import type { Streams } from './streams';
import { UsageError } from './usage-error';

/** What stands for the standard input among paths, and how it is named in reports. */
const STDIN = '-';
export const STDIN_NAME = '<stdin>';

/** What is read. */
export interface SourceSettings {
  readonly paths: readonly string[];
  /** Whether a file or a folder is left out, by its absolute path. */
  readonly isSkipped?: (path: string) => boolean;
  /** Values of parameters of templates. */
  readonly parameters?: ParameterValues;
  /** Whether what the cluster adds to objects is asked for. */
  readonly isDump?: boolean;
}

/**
 * The files that paths, folders and patterns name, and the standard input.
 *
 * @throws UsageError when there is nothing to look at
 */
export async function readSources({ paths, isSkipped, parameters, isDump }: SourceSettings, streams: Streams): Promise<SourceFile[]> {
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
    const read = readSourceFile(file, cwd, { parameters, isDump });
    progress.step();
    return read;
  });
  progress.end();
  const standardInput = paths.includes(STDIN) ? [SourceFile.of(STDIN_NAME, await streams.stdin(), { parameters, isDump })] : [];
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
