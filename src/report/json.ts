import type { AuditReport, ReportedFinding } from './audit-report';
import { escapedJson } from './escaped-json';
import { fingerprintsOf } from './fingerprints';
import { shownFix } from './shown-fix';
import { summaryOf } from './summary';
import { REPOSITORY, rulePage, TOOL } from './words';

/** Goes up when a field is taken away or means something else; not when one is added. */
const SCHEMA_VERSION = 1;

/** The report as JSON, for programs: schemas/audit-report.schema.json says what is in it. */
export function json(report: AuditReport): string {
  const fingerprints = fingerprintsOf(report.findings);
  const document = {
    $schema: `${REPOSITORY}/raw/main/schemas/audit-report.schema.json`,
    schemaVersion: SCHEMA_VERSION,
    tool: { name: TOOL, version: report.version },
    cluster: report.cluster,
    exitCode: report.exitCode,
    summary: summaryOf(report),
    files: report.files.map(({ path, objects, others, templates = 0, faults = [] }) => ({
      path,
      objects,
      otherDocuments: others,
      templates,
      faults: faults.map(({ message, place }) => ({ message, line: place?.line, column: place?.column })),
    })),
    findings: report.findings.map((finding, index) => findingOf(finding, fingerprints[index])),
  };
  return `${escapedJson(document, 2)}\n`;
}

function findingOf(finding: ReportedFinding, fingerprint: string): object {
  const { rule, region, object, acceptance } = finding;
  return {
    rule: rule.id,
    severity: finding.severity,
    category: rule.category,
    stage: finding.stage,
    file: finding.file,
    ...region,
    object: { apiVersion: object.apiVersion, kind: object.kind, namespace: object.namespace, name: object.name },
    path: finding.path,
    pathText: finding.manifestPath,
    value: finding.shownValue,
    message: finding.message,
    remedy: finding.remedy,
    help: rulePage(rule),
    references: rule.references,
    fingerprint,
    fix: shownFix(finding),
    more: finding.more,
    acknowledged: acceptance && { by: acceptance.by, reason: acceptance.reason, until: acceptance.until },
  };
}
