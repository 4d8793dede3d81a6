import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, Severity } from '../../src/audit';
import type { AuditSettings } from '../../src/cli/audit/settings';
import { type JudgedFiles, judgedFiles } from '../../src/cli/fix/judged-files';
import { type Mends, mend } from '../../src/cli/fix/mend';
import { SourceFile } from '../../src/source';
import { type Fixture, fixturesOf } from '../audit/fixture';

export const STREAMS = { cwd: '/', today: new Date('2026-11-28') } as any;

/** The settings of an audit for the cluster of a fixture. */
export function settingsFor(fixture: Fixture): AuditSettings {
  return {
    cluster: { profile: fixture.cluster, name: '' },
    severities: new Map(),
    off: {},
    acknowledgements: [],
    parameters: new Map(),
  } as any;
}

/** What is found in a text, for the cluster of a fixture. */
export function judged(text: string, fixture: Fixture): JudgedFiles {
  return judgedFiles([SourceFile.of('a.yaml', Buffer.from(text))], settingsFor(fixture), STREAMS);
}

/** What the file is then. */
export const textOf = ({ files: [file] }: JudgedFiles) => file.text;
/** With all that can be mended, be it certain or not. */
export const mended = (before: JudgedFiles, fixture: Fixture): Mends =>
  mend(before, { isWanted: () => true }, settingsFor(fixture), STREAMS);

/** Rules and kinds, with a number for each further error of a rule about a kind: a mend may give an object another name. */
export function errorsIn({ findings }: JudgedFiles): string[] {
  const seen = new Map<string, number>();
  return findings
    .filter(({ severity }) => severity === Severity.ERROR)
    .map(({ rule, object }) => {
      const place = `${rule.id} ${object.kind}`;
      seen.set(place, (seen.get(place) ?? 0) + 1);
      return `${place} ${seen.get(place)}`;
    });
}

/** The text of a fixture. */
export function textIn(id: string, { name }: Fixture, verdict = 'failing'): string {
  const folder = join(__dirname, '../audit/fixtures', id, verdict);
  const file = readdirSync(folder).find((candidate) => candidate.replace(/\.ya?ml$/, '') === name || candidate === name) as string;
  return readFileSync(join(folder, file), 'utf8');
}

/** Failing fixtures of rules with a fix, with their texts. */
export const CASES = RULES.flatMap(({ id }) => fixturesOf(id, 'failing').map((fixture) => ({ id, fixture }))).filter(({ id, fixture }) =>
  judged(textIn(id, fixture), fixture).findings.some(({ fix }) => fix !== undefined),
);
