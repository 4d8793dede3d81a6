import { type FieldPath, fieldPathText, shownKind, valueAt } from '../facts';
import type { Manifest } from '../graph';
import { findingOf, type RuleFinding } from './finding';

/** So many findings of one rule about one object are told one by one: who has more of them mends what makes them. */
export const MOST_TOLD = 100;

/** Findings of one rule about one object, at one stage. */
interface Group {
  count: number;
  /** What is not told one by one, in the order in which it was found. */
  readonly rest: RuleFinding[];
}

/**
 * The findings, those of one rule about one object beyond a hundred as one that says how many more there are and where: a list with
 * ten thousand wrong entries is one fault that was made once, and nobody reads its findings.
 */
export function summedUp(findings: readonly RuleFinding[]): readonly RuleFinding[] {
  if (findings.length <= MOST_TOLD) {
    return findings;
  }
  const groups = new Map<Manifest, Map<string, Group>>();
  const told: (RuleFinding | Group)[] = [];
  for (const finding of findings) {
    const group = groupOf(finding, groups);
    group.count++;
    if (group.count <= MOST_TOLD) {
      told.push(finding);
      continue;
    }
    if (group.rest.length === 0) {
      told.push(group);
    }
    group.rest.push(finding);
  }
  return told.map((item) => ('rest' in item ? sumOf(item.rest) : item));
}

function groupOf({ manifest, rule, stage }: RuleFinding, groups: Map<Manifest, Map<string, Group>>): Group {
  const ofManifest = groups.get(manifest) ?? new Map<string, Group>();
  groups.set(manifest, ofManifest);
  const key = `${rule.id} ${stage}`;
  const group = ofManifest.get(key) ?? { count: 0, rest: [] };
  ofManifest.set(key, group);
  return group;
}

/** They are accepted together, because what is accepted is a rule for an object. */
function sumOf(rest: readonly RuleFinding[]): RuleFinding {
  const [first] = rest;
  const last = rest[rest.length - 1];
  if (rest.length === 1) {
    return first;
  }
  const { rule, manifest, severity, stage, acknowledgement } = first;
  const path = rest.reduce((common, finding) => commonPath(common, finding.path), first.path);
  const value = valueAt(manifest, path);
  const where = first.manifestPath === last.manifestPath ? '' : `, from ${first.manifestPath} to ${last.manifestPath}`;
  const violation = {
    manifest,
    path: fieldPathText(path),
    value,
    shown: value === undefined ? undefined : shownKind(value),
    stage,
    message: `the rule finds ${rest.length} more faults of this kind in the object${where}`,
    remedy: rule.remediation,
  };
  return { ...findingOf(rule, violation, severity), acknowledgement, more: rest.length };
}

function commonPath(one: FieldPath, other: FieldPath): FieldPath {
  const parting = one.findIndex((key, index) => key !== other[index]);
  return parting < 0 ? one : one.slice(0, parting);
}
