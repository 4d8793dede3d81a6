import { Severity } from '../audit/severity';
import { counted } from '../facts';
import type { AuditReport, ReportedFinding } from './audit-report';

/** Findings by what they amount to. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly accepted: number;
}

/** What a report amounts to. */
export interface Summary extends Counts {
  readonly files: number;
  readonly objects: number;
  /** Documents that are no Kubernetes objects. */
  readonly otherDocuments: number;
  /** Documents, or files, that become objects when a tool such as Helm renders them. */
  readonly templates: number;
  /** Files of which not everything could be judged. */
  readonly faultyFiles: number;
  /** Findings that count and can be mended without a decision. */
  readonly fixable: number;
}

export function summaryOf({ files, findings }: AuditReport): Summary {
  const total = (number: (file: AuditReport['files'][number]) => number) => files.reduce((sum, file) => sum + number(file), 0);
  return {
    files: files.length,
    objects: total((file) => file.objects),
    otherDocuments: total((file) => file.others),
    templates: total(({ templates = 0 }) => templates),
    faultyFiles: total((file) => (isFaulty(file) ? 1 : 0)),
    ...countsOf(findings),
    fixable: findings.filter(({ acceptance, fix }) => acceptance === undefined && fix?.safe === true).length,
  };
}

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether findings of a severity make a run fail. */
export function failsFrom(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && WEIGHTS[severity] >= WEIGHTS[failOn];
}

/** Whether something in a file could not be judged. */
export function isFaulty({ faults = [] }: AuditReport['files'][number]): boolean {
  return faults.length > 0;
}

export function countsOf(findings: readonly ReportedFinding[]): Counts {
  const counting = findings.filter(({ acceptance }) => acceptance === undefined);
  const having = (severity: Severity) => counting.filter((finding) => finding.severity === severity).length;
  return {
    errors: having(Severity.ERROR),
    warnings: having(Severity.WARNING),
    infos: having(Severity.INFO),
    accepted: findings.length - counting.length,
  };
}

/** What was read: `2 files, 9 objects`. */
export function inputText({ files, objects, otherDocuments, templates }: Summary): string {
  const others = otherDocuments === 0 ? [] : [`${counted(otherDocuments, 'other document')}`];
  const sources = templates === 0 ? [] : [`${counted(templates, 'template')} not rendered`];
  return [counted(files, 'file'), counted(objects, 'object'), ...others, ...sources].join(', ');
}

/** What was found: `1 error, 2 warnings`. */
export function countsText({ errors, warnings, infos, accepted }: Counts): string {
  const rest = [infos === 0 ? [] : counted(infos, 'info'), accepted === 0 ? [] : `${accepted} accepted`].flat();
  return [counted(errors, 'error'), counted(warnings, 'warning'), ...rest].join(', ');
}

/** Things by a key, in the order in which the keys come first. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    group === undefined ? groups.set(key, [item]) : group.push(item);
  }
  return groups;
}
