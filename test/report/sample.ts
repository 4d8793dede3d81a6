import { Stage } from '../../src/admission/stage';
import { RULES, type RuleDescription, Severity } from '../../src/audit';
import { parseFieldPath } from '../../src/facts';
import { AcceptedBy, type AuditReport, type ReportedFinding } from '../../src/report';

/** A rule of the catalogue. */
export function ruleOf(id: string): RuleDescription {
  const found = RULES.find((rule) => rule.id === id);
  if (found === undefined) {
    throw new Error(`there is no rule ${id}`);
  }
  return found;
}

/** A finding like that of a VM with a volume that one node can use. */
export function findingWith(changes: Partial<ReportedFinding> = {}): ReportedFinding {
  const manifestPath = changes.manifestPath ?? 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName';
  return {
    rule: ruleOf('live-migrate-blocked'),
    severity: Severity.ERROR,
    stage: Stage.RUN,
    file: 'k8s/shop/web.yaml',
    region: { line: 14, column: 46, endLine: 14, endColumn: 54 },
    excerpt: [
      { number: 12, text: '      volumes:' },
      { number: 13, text: '        - name: root' },
      { number: 14, text: '          persistentVolumeClaim: {claimName: web-root}' },
    ],
    object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name: 'web' },
    path: parseFieldPath(manifestPath),
    manifestPath,
    shownValue: '"web-root"',
    message: 'the volume "root" is on a claim that one node can use',
    remedy: 'Use a claim with ReadWriteMany.',
    ...changes,
  };
}

/** A warning about a Service that was accepted. */
export function acceptedFinding(changes: Partial<ReportedFinding> = {}): ReportedFinding {
  return findingWith({
    rule: ruleOf('readiness-missing-behind-service'),
    severity: Severity.WARNING,
    stage: undefined,
    region: { line: 31, column: 5, endLine: 31, endColumn: 9 },
    excerpt: [{ number: 31, text: '    spec:' }],
    object: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
    manifestPath: 'spec.selector',
    shownValue: '{"app":"web"}',
    message: 'VMs behind it have no readiness probe',
    remedy: 'Give them one.',
    acceptance: { by: AcceptedBy.ANNOTATION, reason: 'moves with ticket 4711', until: '2027-01-31' },
    ...changes,
  });
}

export function reportOf(findings: readonly ReportedFinding[], changes: Partial<AuditReport> = {}): AuditReport {
  const paths = [...new Set(findings.map(({ file }) => file))];
  return {
    version: '1.2.3',
    cluster: 'OpenShift 4.20',
    files: paths.map((path) => ({ path, objects: 2, others: 0 })),
    findings,
    ...changes,
  };
}
