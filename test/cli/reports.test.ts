import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../src/report';
import { REPOSITORY } from '../docs/fence';
import { sarifFaults } from '../report/sarif-schema';
import { call, FAULTY_VM, SOUND_SERVICE, temporaryFolder } from './harness';

const folder = temporaryFolder();
const audit = (...args: string[]) => call(['audit', ...args], { cwd: folder.path() });
const read = (name: string) => readFileSync(join(folder.path(), name), 'utf8');

test('all formats are written in one run', async () => {
  folder.write({ 'k8s/vm.yaml': FAULTY_VM, 'k8s/a b.yaml': SOUND_SERVICE });
  const targets = [...FORMATS.keys()].flatMap((format) => ['--output', `${format}=report.${format}`]);
  expect((await audit('k8s', ...targets)).code).toBe(1);
  for (const format of FORMATS.keys()) {
    expect(read(`report.${format}`)).toContain('run-strategy-not-exactly-one');
  }
  const sarif = JSON.parse(read('report.sarif'));
  expect(sarifFaults(sarif)).toEqual([]);
  expect(sarif.runs[0].artifacts.map(({ location }: any) => location.uri)).toEqual(['k8s/a%20b.yaml', 'k8s/vm.yaml']);
  expect(sarif.runs[0].invocations[0]).toMatchObject({ exitCode: 1, executionSuccessful: true });
});

test('what fails the run fails as a test', async () => {
  folder.write({ 'vm.yaml': FAULTY_VM });
  expect((await audit('vm.yaml', '--format', 'junit')).out).toContain('failures="1"');
  expect((await audit('vm.yaml', '--format', 'junit', '--fail-on', 'never')).out).toContain('failures="0"');
});

/** Options of npx, helm and gh. */
const OTHERS = ['--yes', '--values', '--edit-last', '--create-if-none', '--body-file'];

test.each(['docs/pipelines.md', 'docs/formats.md', 'action.yml'])('the options in %s are options of the command', async (page) => {
  const helps = await Promise.all(['audit', 'recovery', 'capacity'].map((command) => call([command, '--help'])));
  const out = helps.map((help) => help.out).join('');
  const options = new Set(readFileSync(join(REPOSITORY, page), 'utf8').match(/(?<![\w-])--[a-z][\w-]+/g));
  const ours = [...options].filter((option) => !OTHERS.includes(option));
  expect(ours.length).toBeGreaterThan(1);
  expect(ours.filter((option) => !out.includes(`${option} `))).toEqual([]);
});
