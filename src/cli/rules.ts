import type { RuleBook, RuleDescription } from '../audit';
import { counted } from '../facts';
import { rulesForKind } from './rules-for-kind';
import { UsageError } from './usage-error';

/** Which rules are listed, and how. */
export interface RulesOptions {
  readonly severity?: string;
  readonly category?: string;
  readonly kind?: string;
  readonly json?: boolean;
}

/**
 * The rules, one a line, or as JSON.
 *
 * @throws UsageError when no rule looks at objects of the kind
 */
export function listRules({ severity, category, kind, json }: RulesOptions, book: RuleBook): string {
  const all: readonly RuleDescription[] = kind === undefined ? book.all : rulesForKind(kind, book.rules);
  if (all.length === 0) {
    throw new UsageError(`No rule looks at objects of the kind ${kind}. Write it as manifests do, such as VirtualMachine.`);
  }
  const rules = all
    .filter((rule) => (severity === undefined || rule.severity === severity) && (category === undefined || rule.category === category))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return json ? `${JSON.stringify(rules.map(asData), null, 2)}\n` : table(rules);
}

function asData({ id, title, severity, category, stage, rationale, remediation, references }: RuleDescription): object {
  return { id, title, severity, category, stage, rationale, remediation, references };
}

function table(rules: readonly RuleDescription[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const lines = rules.map(
    ({ id, severity, category, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${category.padEnd(12)}  ${title}`,
  );
  return [...lines, counted(rules.length, 'rule'), ''].join('\n');
}
