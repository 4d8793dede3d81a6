import { createHash } from 'node:crypto';
import type { ReportedFinding } from './audit-report';

/**
 * For each finding a hash of its rule, object and path: the same in the next report, however lines and files move. Findings that
 * are alike in all of that, such as those of objects that are there twice, are numbered.
 */
export function fingerprintsOf(findings: readonly ReportedFinding[]): readonly string[] {
  const occurrences = new Map<string, number>();
  return findings.map((finding) => {
    const hash = hashOf(finding);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return occurrence === 1 ? hash : `${hash}-${occurrence}`;
  });
}

/** Of the API version only the group counts: another version of the same object is the same object. */
function hashOf({ rule, object, manifestPath }: ReportedFinding): string {
  const [group, version] = object.apiVersion.split('/');
  const key = [rule.id, version === undefined ? '' : group, object.kind, object.namespace ?? '', object.name ?? '', manifestPath];
  return fingerprintOf(key);
}

/** A hash of texts. */
export function fingerprintOf(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}
