/** Puts the tables that suites against real parts have written into dist/proof into docs/proof.md; those of other suites stay. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DatedProof, proofAsMarkdown } from '../test/support/proof';

const FOLDER = resolve(__dirname, '../dist/proof');
const PAGE = resolve(__dirname, '../docs/proof.md');

const INTRODUCTION = `# Held against the real parts

What this library says is decided by parts that it does not contain: the API server, the scheduler, controllers, QEMU and the guest.
Each table is what a suite saw of them, next to what the library said before: \`npm run test:cluster\` and \`npm run test:faults\` write
them, and \`npm run proof\` puts them here.

`;

/** A table stands between comments with the name of its suite. */
const SECTION = /<!-- suite ([a-z-]+) -->\n[\s\S]*?<!-- end -->\n/g;

function sectionsOf(page: string): Map<string, string> {
  return new Map([...page.matchAll(SECTION)].map(([section, suite = '']) => [suite, section]));
}

function sectionOf(proof: DatedProof): string {
  return `<!-- suite ${proof.suite} -->\n${proofAsMarkdown(proof)}<!-- end -->\n`;
}

const sections = sectionsOf(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.json')) : [];
for (const file of files) {
  const proof: DatedProof = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  sections.set(proof.suite, sectionOf(proof));
}
const sorted = [...sections].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, section]) => section);
writeFileSync(PAGE, `${INTRODUCTION}${sorted.join('\n')}`);
