import type { Manifest } from '../graph';
import type { Rule, Violation } from './rule';
import type { Severity } from './severity';

/** What a rule found in one place. */
export interface RuleFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly manifest: Manifest;
  readonly path: string;
  /** The whole sentence: path, value, rule, remedy, code. */
  readonly text: string;
}

const LONGEST_VALUE = 120;

export function findingOf(rule: Rule, violation: Violation): RuleFinding {
  const { manifest, path, value, message, remedy } = violation;
  const text = `${path} is ${shown(value)}: ${message}. ${remedy} (${rule.id})`;
  return { ruleId: rule.id, severity: rule.severity, manifest, path, text };
}

function shown(value: unknown): string {
  if (value === undefined) {
    return 'not set';
  }
  const text = JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}
