/** Writes docs/rules.md and docs/rules: a page for each rule, from the rule and its fixtures, and an index of what findings say. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_RULES, RULES, type RuleDescription } from '../src/audit';
import { messagesText } from './rule-pages/messages';
import { pageText, rulePageOf } from './rule-pages/page';
import { updateRegister } from './rule-pages/since';

const DOCS = join(__dirname, '../docs');
const PAGES = join(DOCS, 'rules');

const ALL: readonly RuleDescription[] = [...RULES, ...CHECK_RULES];

const HEADINGS: Record<RuleDescription['category'], string> = {
  schema: 'What the API servers say of single fields',
  admission: 'What webhooks and controllers refuse',
  wiring: 'Objects that do not find each other',
  availability: 'What weakens a VM',
  recovery: 'What keeps a VM from coming back',
  node: 'Who replaces a broken node',
  security: 'What is open to others than it has to be',
  gitops: 'What a GitOps tool fights over with the cluster: told only where one is seen to be in use',
  check: 'What the check finds itself',
};

function section(category: RuleDescription['category']): string {
  const rules = ALL.filter((rule) => rule.category === category).sort((one, other) => (one.id < other.id ? -1 : 1));
  const rows = rules.map(
    ({ id, severity, stage, title }) =>
      `| [${id}](rules/${id}.md) | ${severity}${stage === undefined ? '' : ` at ${stage}`} | ${title.replaceAll('|', '\\|')} |`,
  );
  return [`## ${category}`, '', `${HEADINGS[category]}.`, '', '| rule | | what holds |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

const introduction = `<!-- Generated from src/audit/rules by npm run rules. -->
# Rules

${RULES.length} rules run at every synth. An error fails it, a warning is printed, an info is only told by \`ManifestCheck.findings\`.
Each has a page: why it is there, an example, how to mend it and how to accept it. Who has only the text of a finding looks for it
among the [messages](rules/messages.md).
`;
const sections = (Object.keys(HEADINGS) as RuleDescription['category'][]).map(section);
writeFileSync(join(DOCS, 'rules.md'), [introduction, ...sections].join('\n'));

const since = updateRegister(ALL.map(({ id }) => id));
const pages = ALL.map((rule) => rulePageOf(rule, since[rule.id]));
const files = new Map(pages.map((page) => [`${page.rule.id}.md`, pageText(page)]));
files.set('messages.md', messagesText(pages));

mkdirSync(PAGES, { recursive: true });
for (const file of readdirSync(PAGES).filter((name) => !files.has(name))) {
  rmSync(join(PAGES, file));
}
for (const [file, text] of files) {
  writeFileSync(join(PAGES, file), text);
}
