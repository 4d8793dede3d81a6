import type { SourceFault } from '../source';

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
