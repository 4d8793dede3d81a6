import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { type Fixture, fixtureOf } from '../../src/audit/fixture';

export type { Fixture };

const FIXTURES = join(__dirname, 'fixtures');

/** The fixtures of a rule: `fixtures/<rule>/passing/*.yaml` and `fixtures/<rule>/failing/*.yaml`. */
export function fixturesOf(rule: string, verdict: 'passing' | 'failing'): Fixture[] {
  const folder = join(FIXTURES, rule, verdict);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readFixture(file, readFileSync(join(folder, file), 'utf8')));
}

/** The names of the folders with fixtures. */
export function fixtureFolders(): string[] {
  return readdirSync(FIXTURES).sort();
}

/** A file of manifests, and what its comments say of it. */
export function readFixture(name: string, text: string): Fixture {
  return fixtureOf(name, text, loadAll(text, null, { schema: CORE_SCHEMA }));
}
