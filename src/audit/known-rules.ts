import { nearest } from '../admission';
import { CHECK_RULES } from './check-rules';
import type { RuleDescription } from './rule';
import { RULES } from './rules';

const KNOWN: ReadonlyMap<string, RuleDescription> = new Map([...RULES, ...CHECK_RULES].map((rule) => [rule.id, rule]));

/** Whether a rule has this code. */
export function isKnownRule(id: string): boolean {
  return KNOWN.has(id);
}

/** The rule that has this code. */
export function knownRule(id: string): RuleDescription | undefined {
  return KNOWN.get(id);
}

/** What to do about a code that no rule has. */
export function ruleSuggestion(id: string): string {
  const near = nearest(id, [...KNOWN.keys()]);
  return near === undefined ? 'docs/rules.md lists the rules.' : `Did you mean ${near}?`;
}
