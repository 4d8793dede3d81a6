import { Severity } from '../../audit';
import type { AuditReport } from '../../report';
import { ExitCode } from '../exit-code';

/** From which severity on findings fail an audit. */
export type Threshold = Severity | 'never';

export const THRESHOLDS: readonly Threshold[] = [Severity.ERROR, Severity.WARNING, Severity.INFO, 'never'];

/** With what the command ends that has made a report. */
export function exitCodeOf({ files, findings }: Pick<AuditReport, 'files' | 'findings'>, threshold: Threshold): ExitCode {
  if (files.some(({ faults = [] }) => faults.length > 0)) {
    return ExitCode.USAGE;
  }
  const failing = THRESHOLDS.slice(0, THRESHOLDS.indexOf(threshold) + 1);
  const isFailing =
    threshold !== 'never' && findings.some(({ severity, acceptance }) => acceptance === undefined && failing.includes(severity));
  return isFailing ? ExitCode.FINDINGS : ExitCode.CLEAN;
}
