import type { RuleDescription } from '../audit';
import { IntentAnnotation } from '../facts';
import type { ReportedFinding } from './audit-report';
import { rulePage } from './words';

/** The rules that found something, each once, in the order of the findings. */
export function rulesOf(findings: readonly ReportedFinding[]): RuleDescription[] {
  return [...new Map(findings.map(({ rule }) => [rule.id, rule])).values()];
}

/** What a reader should know of a rule: as text and as Markdown. */
export function ruleHelp(rule: RuleDescription): { text: string; markdown: string } {
  const { id, title, rationale, remediation, references } = rule;
  const page = rulePage(rule);
  return {
    text: [title, rationale, remediation, ...references, page].join('\n'),
    markdown: [
      `**${title}**`,
      rationale,
      `*What to do:* ${remediation}`,
      [...references.map((address) => `- <${address}>`), `- [${id}](${page})`].join('\n'),
      `To accept it: annotate the object with \`${IntentAnnotation.ACKNOWLEDGE}: "${id}: why"\`.`,
    ].join('\n\n'),
  };
}
