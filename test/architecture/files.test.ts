import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RULES, type Rule } from '../../src/audit';
import { isObject } from '../../src/graph';
import { SOURCE, sourceFiles } from './source-files';

const LONGEST_FILE = 350;
const RULE_FOLDER = 'audit/rules';

const ruleFiles = sourceFiles(RULE_FOLDER)
  .map((file) => ({ file, exported: require(join(SOURCE, file)) as Record<string, unknown> }))
  .filter(({ file, exported }) => basename(file) !== 'index.ts' && Object.values(exported).some(isRule));

test('no file is longer than a reader wants it', () => {
  const lengths = sourceFiles().map((file) => [file, readFileSync(join(SOURCE, file), 'utf8').split('\n').length - 1] as const);
  expect(lengths.filter(([, lines]) => lines > LONGEST_FILE)).toEqual([]);
});

test('file and folder names are in kebab-case', () => {
  expect(sourceFiles().filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(file))).toEqual([]);
});

test.each(ruleFiles)('$file exports one rule and nothing else, by the name of the file', ({ file, exported }) => {
  const id = basename(file, '.ts');
  expect(exported).toEqual({ [camelCase(id)]: expect.objectContaining({ id }) });
});

test('every rule that has a file is listed, and every listed rule has a file', () => {
  const ids = ruleFiles.map(({ file }) => basename(file, '.ts'));
  expect(ids).not.toEqual([]);
  expect(ids.sort()).toEqual(RULES.map((rule) => rule.id).sort());
});

function isRule(value: unknown): value is Rule {
  return isObject(value) && 'subjects' in value && 'evaluate' in value;
}

function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
