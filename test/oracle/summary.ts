import { type Comparison, compare } from './agreement';
import type { Column, Judged } from './oracle';

/** How our errors compare with the verdicts of a column. */
export interface Summary {
  readonly judged: number;
  readonly misses: readonly string[];
  readonly falseAlarms: readonly string[];
  /** Objects of which both name a field, and those of which we name another one. */
  readonly withFields: number;
  readonly otherFields: readonly string[];
}

export function summaryOf(objects: readonly Judged[], column: Column): Summary {
  const compared = compare(objects, column);
  const withFields = compared.filter(({ sameField }) => sameField !== undefined);
  const ofResult = (result: Comparison['result']) => compared.filter((comparison) => comparison.result === result).map(inWords);
  return {
    judged: compared.length,
    misses: ofResult('miss'),
    falseAlarms: ofResult('false alarm'),
    withFields: withFields.length,
    otherFields: withFields.filter(({ sameField }) => sameField === false).map(inWords),
  };
}

/** What leads to an object on which we do not agree. */
function inWords({ judged, verdict, errors }: Comparison): string {
  const theirs = (verdict.causes ?? []).map(({ field = '', message = '' }) => `${field}: ${message}`);
  return `${judged.id}: KubeVirt: ${theirs.join('; ') || 'accepted'}; ours: ${errors.map(({ text }) => text).join('; ') || 'nothing'}`;
}
