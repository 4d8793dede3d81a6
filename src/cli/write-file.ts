import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error';

/** Writes a file as a whole or not at all: another one is written beside it, and takes its place. */
export function writeWholeFile(path: string, text: string): void {
  const other = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(other, text, { flag: 'wx' });
    renameSync(other, path);
  } catch (error) {
    removeIfThere(other);
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} cannot be written (${code}). Name another file, or get the right to write there.`);
  }
}

/** Where the folder is none, there is nothing to remove. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
