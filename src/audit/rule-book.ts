import { nearest } from '../admission';
import { CHECK_RULES } from './check-rules';
import type { Rule, RuleDescription } from './rule';
import { RULES } from './rules';

/** The rules that are asked in an app or a folder: those of this library, and those that its users have beside them. */
export class RuleBook {
  /** The rules of this library alone. */
  public static readonly OWN = new RuleBook([]);

  /** The rules over manifests. */
  public readonly rules: readonly Rule[];
  private readonly known: ReadonlyMap<string, RuleDescription>;

  private constructor(private readonly custom: readonly Rule[]) {
    this.rules = custom.length === 0 ? RULES : [...RULES, ...custom];
    this.known = new Map([...this.all].map((rule) => [rule.id, rule]));
  }

  /** Those of the check itself too. */
  public get all(): readonly RuleDescription[] {
    return [...this.rules, ...CHECK_RULES];
  }

  /** A book that has a rule more. */
  public with(rule: Rule): RuleBook {
    return new RuleBook([...this.custom, rule]);
  }

  /** Whether a rule has this code. */
  public has(id: string): boolean {
    return this.known.has(id);
  }

  /** The rule that has this code. */
  public get(id: string): RuleDescription | undefined {
    return this.known.get(id);
  }

  /** What to do about a code that no rule has. */
  public suggestion(id: string): string {
    const near = nearest(id, [...this.known.keys()]);
    return near === undefined ? 'docs/rules.md lists the rules.' : `Did you mean ${near}?`;
  }
}
