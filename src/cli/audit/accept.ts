import type { Acceptance, ReportedFinding } from '../../report';

/** A finding that does not count. Its excerpt stays one that is made when somebody looks at it. */
export function accept(finding: ReportedFinding, acceptance: Acceptance): ReportedFinding {
  const properties = Object.getOwnPropertyDescriptors(finding);
  return Object.defineProperties({}, { ...properties, acceptance: { value: acceptance, enumerable: true } }) as ReportedFinding;
}
