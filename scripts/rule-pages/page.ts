import type { Rule, RuleDescription } from '../../src/audit';
import { IntentAnnotation } from '../../src/facts';
import { objectName, type ReportedObject } from '../../src/report';
import { wholeText } from '../../src/report/words';
import { wrapped } from '../../src/report/wrap';
import { type Case, failingCases } from './case';
import { type Example, exampleOf } from './example';
import { UNRELEASED } from './since';

const GENERATED = '<!-- Generated from the rule and its fixtures by npm run rules. -->';
const WIDTH = 100;

/** What a page is made of. */
export interface RulePage {
  readonly rule: RuleDescription;
  /** The fixtures in which the rule finds something; none: the check itself finds it, in no manifest alone. */
  readonly failing: readonly Case[];
  readonly example?: Example;
  readonly since: string;
}

export function rulePageOf(rule: RuleDescription, since: string): RulePage {
  if (!isRule(rule)) {
    return { rule, failing: [], since };
  }
  const failing = failingCases(rule).filter(({ findings }) => findings.length > 0);
  return { rule, failing, example: failing.length === 0 ? undefined : exampleOf(rule, failing), since };
}

function isRule(rule: RuleDescription): rule is Rule {
  return 'evaluate' in rule;
}

/** The page of a rule. */
export function pageText(page: RulePage): string {
  const { rule, example, since } = page;
  const { id, title, severity, stage, category, rationale, references } = rule;
  const facts = [
    `**${severity}**${stage === undefined ? '' : ` at ${stage}`}`,
    `category [${category}](../rules.md#${category})`,
    since === UNRELEASED ? 'not in a release yet' : `since ${since}`,
  ];
  return [
    GENERATED,
    `# ${id}`,
    facts.join(' · '),
    `${title}.`,
    rationale,
    ...(example === undefined ? [] : exampleSection(example)),
    ...optionsSection(rule),
    '## Mend it',
    rule.remediation,
    mendText(page),
    ...acceptSection(rule, example?.failing.findings[0].object),
    '## Sources',
    references.map((reference) => `- <${reference}>`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function exampleSection(example: Example): string[] {
  const { failing, passing } = example;
  const texts = failing.findings.map((finding) => wrapped(wholeText(finding), WIDTH).join('\n'));
  return ['## Example', fence('text', texts.join('\n\n')), ...manifests(example), clusterText(failing, passing)];
}

/** Both manifests in one, if they are alike, else one after the other. */
function manifests({ passing, lines }: Example): string[] {
  const shared = lines.filter((line) => line.in === 'both').length;
  const own = lines.filter((line) => line.in === 'failing').length;
  if (shared < own) {
    const first = lines.filter((line) => line.in !== 'passing').map(({ text, isFound }) => `${isFound ? '!' : ' '} ${text}`);
    return ['It is found here, where `!` stands:', fence('diff', first.join('\n')), 'And not here:', fence('yaml', passing.text.trimEnd())];
  }
  const sign = { failing: '-', passing: '+' };
  const all = lines.map((line) => `${line.in === 'both' ? (line.isFound ? '!' : ' ') : sign[line.in]} ${line.text}`.trimEnd());
  const points = lines.some((line) => line.in === 'both' && line.isFound) ? '; the finding points to `!`' : '';
  return [`It is found ${difference(own, lines.length - shared - own)}${points}:`, fence('diff', all.join('\n'))];
}

function difference(removed: number, added: number): string {
  if (removed === 0 && added === 0) {
    return 'on one cluster, and not on the other';
  }
  if (removed === 0 || added === 0) {
    return removed === 0 ? 'without the lines `+`, and not with them' : 'with the lines `-`, and not without them';
  }
  return 'with the lines `-`, and not with `+` in their place';
}

function clusterText(failing: Case, passing: Case): string {
  return failing.cluster === passing.cluster
    ? `Judged for ${clusterName(failing)}.`
    : `Found on ${clusterName(failing)}, and not on ${clusterName(passing)}.`;
}

function clusterName({ cluster }: Case): string {
  return cluster
    .replace(/^openshift/, 'OpenShift')
    .replace(/^kubevirt/, 'KubeVirt')
    .replaceAll(' -', '');
}

/** What a team may set, and where. */
function optionsSection({ id, options }: RuleDescription): string[] {
  if (options === undefined) {
    return [];
  }
  const rows = Object.entries(options).map(([name, option]) => `| \`${name}\` | ${option.description} | ${option.default} |`);
  const entry = ['ruleOptions:', `  ${id}:`, ...Object.entries(options).map(([name, option]) => `    ${name}: ${option.default}`)];
  const table = ['| option | | default |', '| --- | --- | --- |', ...rows].join('\n');
  const [first] = Object.entries(options).map(
    ([name, option]) => `\`ManifestCheck.setRuleOption(app, '${id}', '${name}', ${option.default})\``,
  );
  return ['## Options', table, 'In `.cdk8s-kubevirt.yaml`:', fence('yaml', entry.join('\n')), `In an app ${first} does the same.`];
}

/** What `fix` does about the findings of the fixtures. */
function mendText({ rule: { id }, failing }: RulePage): string {
  const mends = failing.flatMap(({ findings }) => findings.map(({ fix }) => (fix === undefined ? 'none' : fix.safe ? 'safe' : 'unsafe')));
  const [safe, unsafe, none] = (['safe', 'unsafe', 'none'] as const).map((mend) => mends.includes(mend));
  const decided = `\`npx cdk8s-kubevirt fix PATH --unsafe --rule ${id}\` writes a mend that needs your decision: look at it with \`--dry-run\` first.`;
  if (!safe && !unsafe) {
    return 'The command does not mend it: the right value is for you to say.';
  }
  const where = none ? ', where the right value is certain' : '';
  return [safe ? `\`npx cdk8s-kubevirt fix PATH\` mends it${where}.` : '', unsafe ? decided : ''].filter((text) => text !== '').join(' ');
}

function acceptSection({ id }: RuleDescription, object?: ReportedObject): string[] {
  const isNoObject = object?.kind === '';
  const annotation = ['metadata:', '  annotations:', `    ${IntentAnnotation.ACKNOWLEDGE}: '${id}: why it is right here'`];
  const where = isNoObject ? 'file: k8s/shop.yaml' : `object: ${object?.name ? objectName(object) : 'VirtualMachine shop/web'}`;
  const entry = ['acknowledge:', `  - rule: ${id}`, `    ${where}`, '    reason: why it is right here'];
  const inManifest = [
    'In the manifest:',
    fence('yaml', annotation.join('\n')),
    `In code: \`ManifestCheck.acknowledge(construct, { rule: '${id}', reason: 'why it is right here' })\`.`,
  ];
  return [
    '## Accept it',
    ...(isNoObject ? [] : inManifest),
    'In `.cdk8s-kubevirt.yaml`:',
    fence('yaml', entry.join('\n')),
    'More about [accepting findings](../accepting-findings.md).',
  ];
}

/** A block of code, whatever is in it. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}
