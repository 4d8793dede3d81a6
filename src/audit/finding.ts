import type { Stage } from '../admission/stage';
import { isUnknownPlace } from '../admission/structure/unknown-places';
import { type FieldPath, parseFieldPath, printable, shortened, shownValue } from '../facts';
import type { Manifest } from '../graph';
import type { Acknowledgement } from './acknowledgement';
import type { Fix, RuleDescription, Violation } from './rule';
import type { Severity } from './severity';
import { shortText } from './short-text';

/** What a rule found in one place. */
export interface RuleFinding {
  readonly rule: RuleDescription;
  readonly severity: Severity;
  /** When it strikes; undefined: the rule tells of a weakness, or could not judge. */
  readonly stage?: Stage;
  /** The object that has to change, as it was judged. */
  readonly manifest: Manifest;
  /** What was given to be judged: the object itself, or the list that it is an item of. */
  readonly document: unknown;
  /** Keys and indices that lead to the field, or to where it would be. */
  readonly path: FieldPath;
  /** The path in text. */
  readonly manifestPath: string;
  /** The value as it stands: possibly a secret. */
  readonly value?: unknown;
  /** The value as it may be shown. */
  readonly shownValue: string;
  readonly message: string;
  readonly remedy: string;
  readonly fix?: Fix;
  /** How many findings of the same rule about the same object it stands for; undefined: for itself. */
  readonly more?: number;
  /** Why it is accepted, where it is. */
  readonly acknowledgement?: Acknowledgement;
  /** What a rule has thrown that could not judge. */
  readonly cause?: unknown;
  /** The whole sentence: path, value, rule, remedy, stage, code. */
  readonly text: string;
}

export function findingOf(rule: RuleDescription, violation: Violation, severity: Severity = rule.severity): RuleFinding {
  const { manifest, path: manifestPath, value, fix, stage = rule.stage } = violation;
  const path = parseFieldPath(manifestPath);
  const isUnknown = (place: FieldPath) => isUnknownPlace(manifest, place, path);
  const shown =
    violation.shown === undefined ? shownValue(value, { path, root: manifest, isUnknown }) : shortened(printable(violation.shown));
  const [message, remedy] = [violation.message, violation.remedy].map((text) => shortText(printable(text)));
  const place = manifestPath === '' ? 'the document' : shortText(printable(manifestPath));
  return {
    rule,
    severity,
    stage,
    manifest,
    document: manifest,
    path,
    manifestPath,
    value,
    shownValue: shown,
    message,
    remedy,
    fix,
    text: `${place} is ${shown}: ${message}. ${remedy} ${codeOf(rule, stage)}`,
  };
}

/** A finding about a manifest as a whole, in sentences of its own. */
export function faultFinding(
  rule: RuleDescription,
  manifest: Manifest,
  { message, remedy }: Pick<Violation, 'message' | 'remedy'>,
): RuleFinding {
  const finding = findingOf(rule, { manifest, path: '', message, remedy });
  return { ...finding, text: `${finding.message} ${finding.remedy} ${codeOf(rule)}` };
}

function codeOf({ id }: RuleDescription, stage?: Stage): string {
  return stage === undefined ? `(${id})` : `(fails at ${stage}: ${id})`;
}
