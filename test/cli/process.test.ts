import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleCommand } from '../../scripts/bundle-command';
import { noticesOf } from '../../scripts/third-party-notices';
import { FAULTY_VM } from './harness';

const ROOT = resolve(__dirname, '../..');

/** As in the package: lib/cli.js below a folder with package.json and README.md, and nothing else. */
const folder = mkdtempSync(join(tmpdir(), 'command-'));
const command = join(folder, 'lib/cli.js');
const inputs = bundleCommand(command);

beforeAll(() => {
  for (const file of ['package.json', 'README.md']) {
    writeFileSync(join(folder, file), readFileSync(join(ROOT, file)));
  }
  writeFileSync(join(folder, 'vm.yaml'), FAULTY_VM);
  writeFileSync(
    join(folder, 'many.yaml'),
    Array.from({ length: 150 }, (_, index) => FAULTY_VM.replace('name: web', `name: web-${index}`)).join('---\n'),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [command, ...args], { cwd: folder, input, encoding: 'utf8' });

test('it runs without any package beside it, as a program', () => {
  expect(readFileSync(command, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(execFileSync(command, ['--version'], { encoding: 'utf8' })).toBe('0.0.0\n');
  const { status, stdout, stderr } = start(['audit', 'vm.yaml']);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain('run-strategy-not-exactly-one');
});

test('it loads no constructs', () => {
  expect(inputs.filter((input) => /node_modules\/(cdk8s|cdk8s-plus-27|constructs)\//.test(input))).toEqual([]);
  expect(inputs.filter((input) => /^src\/(vm|traffic|nodes|groups|protection|monitoring|check)\//.test(input))).toEqual([]);
});

test('the licences of what is in it are listed', () => {
  expect(readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES'), 'utf8')).toBe(noticesOf(inputs, ROOT));
});

test('a mistake of the user has no stack, and ends with 2', () => {
  for (const args of [['audit', 'none.yaml'], ['audit'], ['nothing'], ['audit', 'vm.yaml', '--cluster', 'x'], ['explain', 'x']]) {
    const { status, stderr, stdout } = start(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toBe('');
  }
});

test('the standard input', () => {
  const { status, stdout } = start(['audit', '-', '--format', 'json'], FAULTY_VM);
  expect(status).toBe(1);
  expect(JSON.parse(stdout).files[0].path).toBe('<stdin>');
});

test('a reader that stops reading is no fault', async () => {
  const child = spawn(process.execPath, [command, 'audit', 'many.yaml', '--verbose'], { cwd: folder });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((done) => child.on('close', done));
  expect(stderr).toBe('');
});

test('a long report arrives whole in a pipe', () => {
  const { stdout } = start(['audit', 'many.yaml', '--format', 'json']);
  expect(JSON.parse(stdout).findings.length).toBeGreaterThanOrEqual(150);
});

const MENDED_VM = FAULTY_VM.replace('  running: true\n', '');
const RULE_OFF = 'rules:\n  run-strategy-not-exactly-one: off\n';

test.each([
  ['the manifest', 'watched.yaml', MENDED_VM, []],
  ['the configuration', 'shop/.cdk8s-kubevirt.yml', RULE_OFF, []],
  ['one above', '.cdk8s-kubevirt.json', JSON.stringify({ rules: { 'run-strategy-not-exactly-one': 'off' } }), []],
  ['one that is named', 'shop/own.yaml', RULE_OFF, ['--config', 'own.yaml']],
])(
  'what changes is judged again: %s',
  async (_what, changed, change, options) => {
    const above = mkdtempSync(join(folder, 'watched-'));
    mkdirSync(join(above, 'shop'));
    writeFileSync(join(above, 'watched.yaml'), FAULTY_VM);
    if (changed !== 'watched.yaml') {
      writeFileSync(join(above, changed), '{}');
    }
    const child = spawn(process.execPath, [command, 'audit', '../watched.yaml', '--watch', ...options], { cwd: join(above, 'shop') });
    let stdout = '';
    const seen = (text: string) =>
      new Promise<void>((done) => {
        child.stdout.on('data', (chunk) => {
          stdout += chunk;
          if (stdout.includes(text)) {
            done();
          }
        });
      });
    const first = seen('1 error');
    await first;
    const second = seen('0 errors');
    const again = setInterval(() => writeFileSync(join(above, changed), change), 300);
    await second;
    clearInterval(again);
    child.kill();
    expect(stdout.indexOf('1 error')).toBeLessThan(stdout.indexOf('0 errors'));
  },
  30_000,
);
