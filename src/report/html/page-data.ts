import type { Severity } from '../../audit/severity';
import { onOneLine } from '../../facts';
import type { AuditReport, ReportedFinding } from '../audit-report';
import { type ShownLine, shownLines } from '../excerpt';
import { acceptanceText, faultOf, mendOf, objectName, rulePage, sentence, stageOf } from '../words';

/** A finding as the page shows it: texts only, of which nothing is markup. */
export interface PageFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly title: string;
  readonly help: string;
  readonly object: string;
  readonly file: string;
  readonly position: string;
  readonly fault: string;
  readonly remedy: string;
  /** When it strikes, and whether it can be mended. */
  readonly notes: readonly string[];
  readonly excerpt: readonly ShownLine[];
  /** Why it is accepted; not set: it counts. */
  readonly accepted?: string;
}

/** What is embedded in the page. */
export interface PageData {
  readonly findings: readonly PageFinding[];
}

export function pageData({ findings }: AuditReport): PageData {
  return { findings: findings.map(pageFinding) };
}

function pageFinding(finding: ReportedFinding): PageFinding {
  const { severity, rule, object, file, region, acceptance } = finding;
  return {
    severity,
    rule: onOneLine(rule.id),
    title: onOneLine(rule.title),
    help: rulePage(rule),
    object: objectName(object),
    file: onOneLine(file),
    position: `${region.line}:${region.column}`,
    fault: faultOf(finding),
    remedy: sentence(finding.remedy),
    notes: [stageOf(finding), mendOf(finding)].filter((note) => note !== ''),
    excerpt: shownLines(finding),
    accepted: acceptance && acceptanceText(acceptance),
  };
}
