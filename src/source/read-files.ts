import { readFileSync, statSync } from 'node:fs';
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
  const absolute = resolve(cwd, path);
  try {
    const size = statSync(absolute).size;
    return size > LARGEST_MIB * MIB
      ? SourceFile.unreadable(path, `It has ${Math.round(size / MIB)} MiB, and files of up to ${LARGEST_MIB} MiB are read. Split it.`)
      : SourceFile.of(path, readFileSync(absolute), { ...options, isAside: role === FileRole.ASIDE });
  } catch (error) {
    return SourceFile.unreadable(path, unreadable(error));
  }
}
