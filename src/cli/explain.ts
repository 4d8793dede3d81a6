import { Stage } from '../admission';
import type { RuleBook, RuleDescription } from '../audit';
import { IntentAnnotation } from '../facts';
import { painter, roleOf } from '../report/colors';
import { sourcesOf } from '../report/words';
import { UsageError } from './usage-error';

const STAGES: Readonly<Record<Stage, string>> = {
  [Stage.APPLY]: 'at apply: the API server or a webhook refuses the object',
  [Stage.START]: 'at start: the object is accepted, and its instance or its pod is refused',
  [Stage.RUN]: 'while all runs: what the manifest promises does not happen',
};

/**
 * A rule in full.
 *
 * @throws UsageError when no rule has the code
 */
export function explain(code: string, color: boolean, book: RuleBook): string {
  const rule = book.get(code);
  if (rule === undefined) {
    throw new UsageError(
      `There is no rule ${code}. ${book.suggestion(code).replace('docs/rules.md lists the rules.', 'npx cdk8s-kubevirt rules lists them.')}`,
    );
  }
  const paint = painter(color);
  const { id, title, severity, category, rationale, remediation } = rule;
  return [
    `${paint('title', id)}  ${paint(roleOf(severity), severity)}, ${category}${strikes(rule)}`,
    '',
    `${title}.`,
    '',
    rationale,
    '',
    `What to do: ${remediation}`,
    '',
    ...optionLines(rule),
    `To accept it: annotate the object with ${IntentAnnotation.ACKNOWLEDGE}: "${id}: why".`,
    '',
    ...sourcesOf(rule).map((source) => paint('muted', source)),
    '',
  ].join('\n');
}

/** What may be set in the configuration, if something may. */
function optionLines({ id, options = {} }: RuleDescription): string[] {
  const lines = Object.entries(options).map(([name, option]) => `  ${name}: ${option.description} (${option.default} if you do not say)`);
  return lines.length === 0 ? [] : [`Under ruleOptions, ${id}:`, ...lines, ''];
}

function strikes({ stage }: RuleDescription): string {
  return stage === undefined ? '' : `; it strikes ${STAGES[stage]}`;
}
