import { markdownText } from '../../src/report/markdown-text';
import type { RulePage } from './page';

const INTRODUCTION = `<!-- Generated from the fixtures of the rules by npm run rules. -->
# Messages

Who has only the message of a finding finds its rule here: search the page for a few words of it. Names and numbers are those of
the examples. \`npx cdk8s-kubevirt explain CODE\` says more about a rule.
`;

/** What texts name: the same message with other names is the same message. */
const NAMED = /"[^"]*"|\b\d[\w.:]*/g;

/** The index of what findings say, by their first words. */
export function messagesText(pages: readonly RulePage[]): string {
  const known = new Map<string, { readonly message: string; readonly id: string }>();
  for (const { rule, failing } of pages) {
    for (const { message } of failing.flatMap(({ findings }) => findings)) {
      const key = `${rule.id} ${message.replace(NAMED, '…')}`;
      known.set(key, known.get(key) ?? { message, id: rule.id });
    }
  }
  const entries = [...known.values()].sort((one, other) => compare(one.message, other.message) || compare(one.id, other.id));
  const rows = entries.map(({ message, id }) => `| ${markdownText(message)} | [${id}](${id}.md) |`);
  return [INTRODUCTION, '| message | rule |', '| --- | --- |', ...rows, ''].join('\n');
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
