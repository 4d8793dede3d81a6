import { Severity } from '../../audit';
import type { AuditReport } from '../../report';
import { failsFrom, isFaulty } from '../../report/summary';
import { ExitCode } from '../exit-code';

/** From which severity on findings fail an audit. */
export type Threshold = Severity | 'never';

export const THRESHOLDS: readonly Threshold[] = [Severity.ERROR, Severity.WARNING, Severity.INFO, 'never'];

/** With what the command ends that has made a report. */
export function exitCodeOf({ files, findings }: Pick<AuditReport, 'files' | 'findings'>, threshold: Threshold): ExitCode {
  if (files.some(isFaulty)) {
    return ExitCode.USAGE;
  }
  const isFailing = findings.some(({ severity, acceptance }) => acceptance === undefined && failsFrom(severity, threshold));
  return isFailing ? ExitCode.FINDINGS : ExitCode.CLEAN;
}
