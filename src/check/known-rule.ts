import type { RuleBook, RuleOption } from '../audit';
import type { Arguments } from '../errors';
import { ownValue } from '../facts';

/** Refuses a code that no rule has. */
export function knownRule(args: Arguments, argument: string, rule: string, book: RuleBook): string {
  if (!book.has(rule)) {
    args.refuse('rule-unknown', argument, JSON.stringify(rule), 'there is no rule of this name', book.suggestion(rule));
  }
  return rule;
}

/** What is known of an option of a rule; refuses a name that none has. */
export function knownOption(args: Arguments, rule: string, name: string, book: RuleBook): RuleOption {
  const options = book.get(rule)?.options ?? {};
  const option = ownValue(options, name);
  if (option === undefined) {
    const names = Object.keys(options);
    const remedy = names.length === 0 ? 'Nothing can be set of this rule.' : `Use ${names.join(' or ')}.`;
    args.refuse('rule-option-unknown', 'option', JSON.stringify(name), `${rule} has no option of this name`, remedy);
  }
  return option;
}
