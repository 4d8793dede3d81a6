/** Writes docs/admission-checks.md: what the webhooks of the cluster check, and the rules that have it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdmissionCheck, CheckedSource } from './admission-checks/admission-check';
import { checkedSources, isMadeIn, RELEASES } from './admission-checks/all';

const KUBEVIRT = 'KubeVirt';

const INTRODUCTION = `<!-- Generated from scripts/admission-checks by npm run admission-checks. -->
# What webhooks check

Each check that the webhooks of KubeVirt and its neighbours make when an object is applied or an instance is created, and the rule
that makes it here first, or what it depends on that no manifest says. Defaults, schemas and names of objects are the API server's:
the rules of the category *schema* have them.

For a new release of KubeVirt: compare the files below with those of the release before, give each check that came or went its
\`since\` or \`until\` in \`scripts/admission-checks\`, and write the rules that are missing.
`;

function counts(sources: readonly CheckedSource[]): string {
  const checks = sources.filter(({ component }) => component === KUBEVIRT).flatMap((source) => source.checks);
  const rows = RELEASES.map((release) => {
    const made = checks.filter((check) => isMadeIn(release, check));
    return `| ${KUBEVIRT} ${release} | ${countsOf(made).join(' | ')} |`;
  });
  const others = [...new Set(sources.map(({ component }) => component))].filter((component) => component !== KUBEVIRT);
  const otherRows = others.map((name) => {
    const made = sources.filter(({ component }) => component === name).flatMap((source) => source.checks);
    return `| ${name} | ${countsOf(made).join(' | ')} |`;
  });
  return ['| | checks | by rules | need state | not covered |', '| --- | --- | --- | --- | --- |', ...rows, ...otherRows, ''].join('\n');
}

function countsOf(checks: readonly AdmissionCheck[]): number[] {
  const ruled = checks.filter(({ rules = [] }) => rules.length > 0).length;
  const stateful = checks.filter(({ rules = [], state }) => rules.length === 0 && state !== undefined).length;
  return [checks.length, ruled, stateful, checks.length - ruled - stateful];
}

function section(component: string, sources: readonly CheckedSource[]): string {
  const files = sources.filter((source) => source.component === component).map(table);
  return `## ${component}\n\n${files.join('\n')}`;
}

function table({ file, checks }: CheckedSource): string {
  const rows = checks.map((check) => `| ${check.refuses} | \`${check.function}\` | ${releasesOf(check)} | ${decidedBy(check)} |`);
  return [`### ${file}`, '', '| refused | function | releases | decided by |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function releasesOf({ since, until }: AdmissionCheck): string {
  if (since === until) {
    return since ?? 'all';
  }
  return until === undefined ? `from ${since}` : `${since ?? RELEASES[0]} to ${until}`;
}

function decidedBy({ rules = [], state }: AdmissionCheck): string {
  const links = rules.map((rule) => `[${rule}](rules/${rule}.md)`);
  const needed = state === undefined ? [] : [`needs ${state}`];
  return [...links, ...needed].join(', ') || 'not covered';
}

const sources = checkedSources();
const components = [...new Set(sources.map(({ component }) => component))];
const text = [INTRODUCTION, counts(sources), ...components.map((component) => section(component, sources))].join('\n');
writeFileSync(join(__dirname, '../docs/admission-checks.md'), text);
