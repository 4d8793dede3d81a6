import type { SourceFault } from '../source';
import { UsageError } from './usage-error';

/** A file, and what is wrong with it. */
interface FaultyFile {
  readonly path: string;
  readonly faults?: readonly SourceFault[];
}

/** What is wrong with files, a line a fault: `web.yaml:4:2: …`, as compilers have it. */
export function faultLines(files: readonly FaultyFile[]): string[] {
  return files.flatMap(({ path, faults = [] }) =>
    faults.map(({ place, message }) => `${path}${place === undefined ? '' : `:${place.line}:${place.column}`}: ${message}`),
  );
}

/**
 * For commands that say something of all objects together: what cannot be read would be missing.
 *
 * @param consequence what comes of it, such as "Nothing is compared"
 * @throws UsageError when something is wrong with a file
 */
export function refuseFaults(files: readonly FaultyFile[], consequence: string): void {
  const lines = faultLines(files);
  if (lines.length > 0) {
    throw new UsageError(...lines, `${consequence}: what cannot be read would be missing.`);
  }
}
