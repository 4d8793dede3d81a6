import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error';

/**
 * Writes a file as a whole or not at all: another one is written beside it, and takes its place. What is no file, such as
 * /dev/stdout or a pipe, is written to.
 *
 * @throws UsageError when it cannot be written
 */
export function writeWholeFile(path: string, content: string | Buffer): void {
  try {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) {
      writeFileSync(path, content);
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    replace(present === undefined ? path : realpathSync(path), content, present?.mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} cannot be written (${code}). Name another file, or get the right to write there.`);
  }
}

/** The new file has the rights of the old one. */
function replace(path: string, content: string | Buffer, mode: number | undefined): void {
  const other = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(other, content, { flag: 'wx', mode });
    renameSync(other, path);
  } catch (error) {
    removeIfThere(other);
    throw error;
  }
}

/** Where the folder is none, there is nothing to remove. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
