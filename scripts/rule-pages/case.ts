import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RULES, type Rule } from '../../src/audit';
import { isJudged } from '../../src/audit/fixture';
import { type JudgedFinding, judge } from '../../src/cli/audit/judge';
import type { ClusterProfile } from '../../src/cluster';
import { SourceFile } from '../../src/source';
import { readFixture } from '../../test/audit/fixture';

const FIXTURES = resolve(__dirname, '../../test/audit/fixtures');
/** What fixtures say of themselves at their top. */
const ABOUT = /^# (?:finding|cluster|gates|host-failures|folders): /;
const SETTINGS = { severities: new Map(), treatAsHighlyAvailable: false };

/** Manifests, and what a rule finds in them. */
export interface Case {
  readonly name: string;
  /** What is said of the cluster: `openshift 4.20 bare-metal-ipi 6`. */
  readonly cluster: string;
  /** The manifests, without what the fixture says of itself. */
  readonly text: string;
  readonly findings: readonly JudgedFinding[];
}

/** The failing fixtures of a rule. */
export function failingCases(rule: Rule): Case[] {
  return fixtures(rule, 'failing').map(({ name, text }) => caseOf(rule, name, text));
}

/** The passing fixtures of a rule, and each of their documents that is one by itself. */
export function passingCases(rule: Rule): Case[] {
  return fixtures(rule, 'passing').flatMap(({ name, text }) => {
    const about = text.split('\n').filter((line) => ABOUT.test(line));
    const documents = shownText(text).split(/^---\n/m);
    const alone = documents.length === 1 ? [] : documents.map((document) => [...about, document].join('\n'));
    return [text, ...alone.filter((part) => isJudged(rule, readFixture('', part)))]
      .map((part) => caseOf(rule, name, part))
      .filter(({ findings }) => findings.length === 0);
  });
}

function fixtures({ id }: Rule, verdict: 'failing' | 'passing'): { name: string; text: string }[] {
  const folder = join(FIXTURES, id, verdict);
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function caseOf(rule: Rule, name: string, text: string): Case {
  const shown = shownText(text);
  const { cluster, folders } = readFixture(name, text);
  const line = (key: string) => new RegExp(`^# ${key}: (.*)$`, 'm').exec(text)?.[1];
  const gates = line('gates');
  const failures = line('host-failures');
  const further = [
    ...(gates === undefined ? [] : [`feature gates: ${gates}`]),
    ...(failures === undefined ? [] : [`host failures: ${failures}`]),
    ...(folders === undefined ? [] : [`in the folders ${folders.join(', ')}`]),
  ];
  return {
    name,
    cluster: [line('cluster') ?? 'kubevirt 1.8', ...further].join('; '),
    text: shown,
    findings: findingsOf(rule, filesOf(shown, folders), cluster),
  };
}

function shownText(text: string): string {
  return text
    .split('\n')
    .filter((line) => !ABOUT.test(line))
    .join('\n');
}

/** The manifests of a fixture, each in its folder where it says so, and all at their lines. */
function filesOf(text: string, folders?: readonly string[]): SourceFile[] {
  const documents = folders === undefined ? [text] : text.split(/^---\n/m);
  let before = '';
  return documents.map((document, index) => {
    const file = SourceFile.of(join(folders?.[index] ?? '', 'fixture.yaml'), Buffer.from(before.replace(/[^\n]/g, '') + document));
    before += `${document}\n`;
    return file;
  });
}

function findingsOf(rule: Rule, files: readonly SourceFile[], profile: ClusterProfile): readonly JudgedFinding[] {
  const others = new Set(RULES.filter(({ id }) => id !== rule.id).map(({ id }) => id));
  const settings = { ...SETTINGS, cluster: { profile, name: '' }, off: { rules: others } };
  return judge(files, settings, new Date(0)).filter((finding) => finding.rule.id === rule.id);
}
