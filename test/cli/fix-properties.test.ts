import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, Severity } from '../../src/audit';
import type { AuditSettings } from '../../src/cli/audit/settings';
import { type JudgedFiles, judgedFiles } from '../../src/cli/fix/judged-files';
import { type Mends, mend } from '../../src/cli/fix/mend';
import { SourceFile } from '../../src/source';
import { type Fixture, fixturesOf } from '../audit/fixture';

const STREAMS = { cwd: '/', today: new Date('2026-11-28') } as any;

function settingsFor(fixture: Fixture): AuditSettings {
  return {
    cluster: { profile: fixture.cluster, name: '' },
    severities: new Map(),
    off: {},
    acknowledgements: [],
    parameters: new Map(),
  } as any;
}

function judged(text: string, fixture: Fixture): JudgedFiles {
  return judgedFiles([SourceFile.of('a.yaml', Buffer.from(text))], settingsFor(fixture), STREAMS);
}

const textOf = ({ files: [file] }: JudgedFiles) => file.text;
const mended = (before: JudgedFiles, fixture: Fixture): Mends => mend(before, () => true, settingsFor(fixture), STREAMS);
/** Rules and objects, with a number for each further error of a rule about an object. */
function errorsIn({ findings }: JudgedFiles): string[] {
  const seen = new Map<string, number>();
  return findings
    .filter(({ severity }) => severity === Severity.ERROR)
    .map(({ rule, object }) => {
      const place = `${rule.id} ${object.kind} ${object.namespace}/${object.name}`;
      seen.set(place, (seen.get(place) ?? 0) + 1);
      return `${place} ${seen.get(place)}`;
    });
}

const comments = (text: string) => (text.match(/^#.*$/gm) ?? []).join('\n');

/** Failing fixtures of rules with a fix, with their texts. */
const CASES = RULES.flatMap(({ id }) => fixturesOf(id, 'failing').map((fixture) => ({ id, fixture }))).filter(({ id, fixture }) =>
  judged(textIn(id, fixture), fixture).findings.some(({ fix }) => fix !== undefined),
);

function textIn(id: string, { name }: Fixture): string {
  const folder = join(__dirname, '../audit/fixtures', id, 'failing');
  const file = readdirSync(folder).find((candidate) => candidate.replace(/\.ya?ml$/, '') === name || candidate === name) as string;
  return readFileSync(join(folder, file), 'utf8');
}

test('there are many', () => {
  expect(CASES.length).toBeGreaterThan(100);
});

test.each(CASES.map((found) => [`${found.id} ${found.fixture.name}`, found] as const))('%s', (_, { id, fixture }) => {
  const before = judged(textIn(id, fixture), fixture);
  const once = mended(before, fixture);
  const after = judged(textOf(once.after), fixture);
  expect(errorsIn(after).filter((error) => !errorsIn(before).includes(error))).toEqual([]);
  expect(comments(textOf(after))).toBe(comments(textOf(before)));
  expect(textOf(mended(after, fixture).after)).toBe(textOf(after));
  expect(once.mended.length > 0 || once.after.findings.some((finding) => once.reasonOf(finding) !== undefined)).toBe(true);
});
