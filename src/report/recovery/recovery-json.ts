import { RecoveryVerdict } from '../../recovery';
import { escapedJson } from '../escaped-json';
import { REPOSITORY, TOOL } from '../words';
import type { RecoveryReport } from './recovery-report';
import { byVm, verdictCounts } from './recovery-words';

/** Goes up when a field is taken away or means something else; not when one is added. */
export const RECOVERY_SCHEMA_VERSION = 1;

/** The report as JSON, for programs: schemas/recovery-report.schema.json says what is in it. */
export function recoveryJson(report: RecoveryReport): string {
  const { version, cluster, exitCode, recoveries, comparison } = report;
  const counts = verdictCounts(report);
  const document = {
    $schema: `${REPOSITORY}/raw/main/schemas/recovery-report.schema.json`,
    schemaVersion: RECOVERY_SCHEMA_VERSION,
    tool: { name: TOOL, version },
    cluster,
    exitCode,
    summary: {
      vms: byVm(report).length,
      kept: counts[RecoveryVerdict.KEPT],
      missed: counts[RecoveryVerdict.MISSED],
      atRisk: counts[RecoveryVerdict.AT_RISK],
      open: counts[RecoveryVerdict.OPEN],
    },
    recoveries,
    comparison,
  };
  return `${escapedJson(document, 2)}\n`;
}
