/** Writes docs/rules.md from the rules themselves. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_RULES, RULES, type RuleDescription } from '../src/audit';

const HEADINGS: Record<RuleDescription['category'], string> = {
  schema: 'Schema: what the API servers say of single fields',
  admission: 'Admission: what webhooks and controllers refuse',
  wiring: 'Wiring: objects that do not find each other',
  availability: 'Availability: what weakens a VM',
  recovery: 'Recovery: what keeps a VM from coming back',
  node: 'Nodes: who replaces a broken one',
  security: 'Security: what is open to others than it has to be',
  check: 'The check itself',
};

function section(category: RuleDescription['category']): string {
  const rules = [...RULES, ...CHECK_RULES].filter((rule) => rule.category === category);
  return rules.length === 0 ? '' : `## ${HEADINGS[category]}\n\n${rules.map(entry).join('\n')}`;
}

function entry(rule: RuleDescription): string {
  const sources = rule.references.map((reference) => `- ${reference}`).join('\n');
  return `### ${rule.id}\n\n**${rule.severity}**${rule.stage === undefined ? '' : ` at ${rule.stage}`} · ${rule.title}.\n\n${rule.rationale}\n\n*Remedy:* ${rule.remediation}\n\n${sources}\n`;
}

const introduction = `<!-- Generated from src/audit/rules by npm run rules. -->
# Rules

${RULES.length} rules run at every synth. An error fails it, a warning is printed, an info is only told by \`ManifestCheck.findings\`.
`;
const sections = (Object.keys(HEADINGS) as RuleDescription['category'][]).map(section).filter((text) => text !== '');
writeFileSync(join(__dirname, '../docs/rules.md'), `${[introduction, ...sections].join('\n')}`);
