import type { Severity } from '../audit/severity';
import type { AuditReport, FileFault, ReportedFinding } from './audit-report';
import { escapedJson } from './escaped-json';
import { fingerprintOf, fingerprintsOf } from './fingerprints';
import { sentence, wholeText } from './words';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

/**
 * A report of GitLab Code Quality, for merge requests. Accepted findings are left out: the format cannot say that they are.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function gitlab(report: AuditReport): string {
  const fingerprints = fingerprintsOf(report.findings);
  const faults = report.files.flatMap(({ path, faults = [] }) => faults.map((fault) => faultIssue(path, fault)));
  const issues = report.findings.flatMap((finding, index) =>
    finding.acceptance === undefined ? [findingIssue(finding, fingerprints[index])] : [],
  );
  return `${escapedJson([...faults, ...issues], 2)}\n`;
}

function findingIssue(finding: ReportedFinding, fingerprint: string): object {
  const { rule, severity, file, region } = finding;
  return {
    description: wholeText(finding),
    check_name: rule.id,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: pathOf(file), lines: { begin: region.line, end: region.endLine } },
  };
}

function faultIssue(file: string, { message, place }: FileFault): object {
  return {
    description: sentence(message),
    check_name: 'input',
    fingerprint: fingerprintOf(['input', file, message]),
    severity: 'blocker',
    location: { path: pathOf(file), lines: { begin: place?.line ?? 1 } },
  };
}

/** GitLab compares with the paths of the repository. */
function pathOf(file: string): string {
  return file.replace(/^(\.\/+)+/, '');
}
