import { findingOf, type RuleDescription, type RuleFinding, type Severities, TEXT_MISREAD, TEXT_REFUSED, type Violation } from '../audit';
import { memberPath } from '../facts';
import type { Manifest } from '../graph';
import { isMendedByQuotes, type Misreading, misreadKey, misreadValue } from '../synth';

/** Keys that everybody reads alike, of which there are few: fields have the same names in all manifests. */
const commonKeys = new Set<string>();
const MOST_COMMON_KEYS = 2000;

/**
 * The texts of a manifest that readers of YAML take for something else than what cdk8s means by what it writes.
 *
 * @param isQuoted whether these texts are put in quotes, which mends most of them
 */
export function misreadTexts(manifest: Manifest, severities: Severities, isQuoted: () => boolean): RuleFinding[] {
  if (isCommon(manifest)) {
    return [];
  }
  const found = [...violations(manifest, manifest, '')];
  const left = isQuoted() ? found.filter(({ text }) => !isMendedByQuotes(text)) : found;
  return left.map(({ rule, violation }) => findingOf(rule, violation, severities.get(rule.id)));
}

interface RuleViolation {
  readonly rule: RuleDescription;
  readonly violation: Violation;
  /** What is misread, a key or a value. */
  readonly text: string;
}

/** Whether everybody reads all of it alike: paths are made where that is not so. */
function isCommon(value: object): boolean {
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (!isList && !isCommonKey(key)) {
      return false;
    }
    if (
      typeof member === 'string' ? misreadValue(member) !== undefined : typeof member === 'object' && member !== null && !isCommon(member)
    ) {
      return false;
    }
  }
  return true;
}

function isCommonKey(key: string): boolean {
  if (commonKeys.has(key)) {
    return true;
  }
  const isCommon = misreadKey(key) === undefined;
  if (isCommon && commonKeys.size < MOST_COMMON_KEYS) {
    commonKeys.add(key);
  }
  return isCommon;
}

function* violations(manifest: Manifest, value: object, path: string): Generator<RuleViolation> {
  for (const [key, member] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : memberPath(path, key);
    if (!Array.isArray(value)) {
      yield* violation(manifest, place, key, misreadKey(key), member, 'the key: ');
    }
    if (typeof member === 'string') {
      yield* violation(manifest, place, member, misreadValue(member), member, '');
    } else if (typeof member === 'object' && member !== null) {
      yield* violations(manifest, member, place);
    }
  }
}

function violation(
  manifest: Manifest,
  path: string,
  text: string,
  misreading: Misreading | undefined,
  value: unknown,
  prefix: string,
): RuleViolation[] {
  if (misreading === undefined) {
    return [];
  }
  const { isRefused, message, remedy } = misreading;
  return [{ text, rule: isRefused ? TEXT_REFUSED : TEXT_MISREAD, violation: { manifest, path, value, message: prefix + message, remedy } }];
}
