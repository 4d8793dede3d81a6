import { nearest } from '../admission';
import { CHECK_RULES } from './check-rules';
import { RULES } from './rules';

const KNOWN: ReadonlySet<string> = new Set([...RULES, ...CHECK_RULES].map(({ id }) => id));

/** Whether a rule has this code. */
export function isKnownRule(id: string): boolean {
  return KNOWN.has(id);
}

/** What to do about a code that no rule has. */
export function ruleSuggestion(id: string): string {
  const near = nearest(id, [...KNOWN]);
  return near === undefined ? 'docs/rules.md lists the rules.' : `Did you mean ${near}?`;
}
