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
  /** How many errors there are, of all rules, by rule and object. */
  readonly errors: ReadonlyMap<string, number>;
  /** A name for a finding that it keeps when its file is changed. */
  readonly keyOf: (finding: JudgedFinding) => string;
}

/** Judges files. All rules are asked, whatever is turned off: a mend must not break what another rule looks at. */
export function judgedFiles(files: readonly SourceFile[], settings: AuditSettings, { cwd, today }: Streams): JudgedFiles {
  const all = judge(files, { ...settings, off: {} }, today);
  const objects = new Map<SourceManifest | undefined, string>(
    files.flatMap((file) => file.manifests.map((source, index) => [source, `${file.path}#${index}`] as const)),
  );
  const placeOf = ({ rule, source }: JudgedFinding) => `${rule.id} ${objects.get(source)}`;
  const errors = new Map<string, number>();
  for (const finding of all.filter(({ severity }) => severity === Severity.ERROR)) {
    errors.set(placeOf(finding), (errors.get(placeOf(finding)) ?? 0) + (finding.more ?? 0) + 1);
  }
  const told = all.filter(({ rule }) => !isTurnedOff(rule, settings.off));
  const found = withAcknowledgements({ cwd, files, findings: told, settings, today });
  const findings = settings.baseline === undefined ? found : withBaseline(found, settings.baseline, cwd);
  return { files, findings, errors, keyOf: (finding) => `${placeOf(finding)} ${finding.manifestPath}` };
}

/** The rules of errors that are in the second and not in the first. */
export function newErrors(before: JudgedFiles, after: JudgedFiles): string[] {
  const rules = [...after.errors].filter(([place, count]) => count > (before.errors.get(place) ?? 0)).map(([place]) => place.split(' ')[0]);
  return [...new Set(rules)];
}
