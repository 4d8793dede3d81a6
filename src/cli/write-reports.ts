import type { ReportOptions } from '../report';
import type { ReportTarget } from './audit/settings';
import type { Streams } from './streams';
import { writeWholeFile } from './write-file';

type Formats<R> = ReadonlyMap<string, (report: R, options?: ReportOptions) => string>;

/** Writes a report to each target. Colours, and lines as wide as the terminal, are for the standard output. */
export function writeReports<R>(
  report: R,
  formats: Formats<R>,
  targets: readonly ReportTarget[],
  { color, ...options }: ReportOptions,
  { stdout }: Streams,
): void {
  for (const { format, file } of targets) {
    const write = formats.get(format) as NonNullable<ReturnType<Formats<R>['get']>>;
    if (file === undefined) {
      stdout.write(write(report, { ...options, color, width: stdout.isTerminal ? stdout.columns : undefined }));
    } else {
      writeWholeFile(file, write(report, options));
    }
  }
}
