import type { ValidationViolatingResource, ValidationViolation } from 'cdk8s-cli/plugins';
import { Severity } from '../../audit';
import { faultOf, type ReportedFinding, sentence } from '../../report';
import { grouped } from '../../report/summary';
import { rulePage, stageOf } from '../../report/words';

/** What is told: what is accepted is not, nor what is good to know. Errors first, findings that are mended alike together. */
export function violationsOf(findings: readonly ReportedFinding[]): ValidationViolation[] {
  return [Severity.ERROR, Severity.WARNING].flatMap((severity) => {
    const told = findings.filter((finding) => finding.acceptance === undefined && finding.severity === severity);
    const alike = grouped(told, ({ rule, remedy }) => `${rule.id} ${remedy}`);
    return [...alike.values()].map((group) => violationOf(group[0], group));
  });
}

function violationOf(first: ReportedFinding, group: readonly ReportedFinding[]): ValidationViolation {
  const { rule, severity, remedy } = first;
  const strikes = [severity, stageOf(first)].filter((text) => text !== '').join(', ');
  return {
    ruleName: rule.id,
    recommendation: `${sentence(rule.title)} (${strikes}; ${rulePage(rule)})`,
    fix: sentence(remedy),
    violatingResources: [...grouped(group, ({ file, object }) => JSON.stringify([file, object])).values()].map(resourceOf),
  };
}

function resourceOf(findings: readonly ReportedFinding[]): ValidationViolatingResource {
  const [{ file, object }] = findings;
  return {
    resourceName: object.name ?? '(no name)',
    manifestPath: file,
    locations: findings.map((finding) => `${finding.region.line}:${finding.region.column} ${faultOf(finding)}`),
  };
}
