import { isTurnedOff, Severity } from '../../audit';
import type { SourceFile, SourceManifest } from '../../source';
import { withAcknowledgements } from '../audit/acknowledgements';
import { withBaseline } from '../audit/baseline';
import { type JudgedFinding, judge } from '../audit/judge';
import type { AuditSettings } from '../audit/settings';
import type { Streams } from '../streams';

/** Files, and what is found in them. */
export interface JudgedFiles {
  readonly files: readonly SourceFile[];
  /** What was asked for, with what is accepted of it. */
  readonly findings: readonly JudgedFinding[];
  /** The errors of all rules, by rule and object. */
  readonly errors: ReadonlyMap<string, FoundErrors>;
  /** A name for a finding that it keeps when its file is changed. */
  readonly keyOf: (finding: JudgedFinding) => string;
}

/** What a rule finds in an object. */
interface FoundErrors {
  readonly count: number;
  readonly last: JudgedFinding;
}

/** Judges files. All rules are asked, whatever is turned off: a mend must not break what another rule looks at. */
export function judgedFiles(files: readonly SourceFile[], settings: AuditSettings, { cwd, today }: Streams): JudgedFiles {
  const all = judge(files, { ...settings, off: {} }, today);
  const objects = new Map<SourceManifest | undefined, string>(
    files.flatMap((file) => file.manifests.map((source, index) => [source, `${file.path}#${index}`] as const)),
  );
  const placeOf = ({ rule, source }: JudgedFinding) => `${rule.id} ${objects.get(source)}`;
  const errors = new Map<string, FoundErrors>();
  for (const finding of all.filter(({ severity }) => severity === Severity.ERROR)) {
    const count = (errors.get(placeOf(finding))?.count ?? 0) + (finding.more ?? 0) + 1;
    errors.set(placeOf(finding), { count, last: finding });
  }
  const told = all.filter(({ rule }) => !isTurnedOff(rule, settings.off));
  const found = withAcknowledgements({ cwd, files, findings: told, settings, today });
  const findings = settings.baseline === undefined ? found : withBaseline(found, settings.baseline, cwd);
  return { files, findings, errors, keyOf: (finding) => `${placeOf(finding)} ${finding.manifestPath}` };
}

/** Errors that are in the second and not in the first, one of each rule. */
export function newErrors(before: JudgedFiles, after: JudgedFiles): JudgedFinding[] {
  const fresh = [...after.errors].filter(([place, { count }]) => count > (before.errors.get(place)?.count ?? 0));
  return [...new Map(fresh.map(([, { last }]) => [last.rule.id, last])).values()];
}
