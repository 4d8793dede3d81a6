import type { Category } from './category';
import type { Rule, RuleDescription } from './rule';
import { fieldNewerThanCluster } from './rules/structure/field-newer-than-cluster';

/** What is not asked in an app or a folder. */
export interface TurnedOff {
  readonly categories?: ReadonlySet<Category>;
  /** Ids of rules. */
  readonly rules?: ReadonlySet<string>;
}

/** Whether nobody wants to be told what the rule finds. The check itself always speaks: else silence would mean nothing. */
export function isTurnedOff({ id, category }: RuleDescription, { categories, rules }: TurnedOff): boolean {
  return category !== 'check' && (categories?.has(category) === true || rules?.has(id) === true);
}

/** The rules that have to run: what a cluster drops decides what the others look at, whether it is told or not. */
export function rulesToRun(rules: readonly Rule[], off: TurnedOff): readonly Rule[] {
  const running = rules.filter((rule) => rule === fieldNewerThanCluster || !isTurnedOff(rule, off));
  return running.length === rules.length ? rules : running;
}
