import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FileRole } from './file-roles';
import type { FoundFile } from './find-files';
import { type ReadOptions, SourceFile } from './source-file';
import { unreadable } from './unreadable';

/** A text in memory is longer than its file, and is held with what is read of it. */
const LARGEST_MIB = 256;
const MIB = 1024 * 1024;

/** Reads a file; one that cannot be read has a fault. */
export function readSourceFile({ path, role }: FoundFile, cwd: string, options: ReadOptions = {}): SourceFile {
  if (role === FileRole.TEMPLATES) {
    return SourceFile.ofTemplate(path);
  }
  try {
    const bytes = bytesOf(resolve(cwd, path));
    return typeof bytes === 'number'
      ? SourceFile.unreadable(path, `It has ${Math.round(bytes / MIB)} MiB, and files of up to ${LARGEST_MIB} MiB are read. Split it.`)
      : SourceFile.of(path, bytes, { ...options, isAside: role === FileRole.ASIDE });
  } catch (error) {
    return SourceFile.unreadable(path, unreadable(error));
  }
}

/** What is in a file; how much, where it is too much to read. */
function bytesOf(absolute: string): Buffer | number {
  const file = openSync(absolute, 'r');
  try {
    const { size } = fstatSync(file);
    return size > LARGEST_MIB * MIB ? size : readFileSync(file);
  } finally {
    closeSync(file);
  }
}
