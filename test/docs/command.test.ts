import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, FAULTY_VM, temporaryFolder } from '../cli/harness';
import { REPOSITORY } from './fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/command.md'), 'utf8');

test('the page has every option of the audit, and no other', async () => {
  const options = (text: string) => new Set(text.match(/--(?!help)[a-z][a-z-]+/g));
  const { out } = await call(['audit', '--help']);
  const table = page.slice(page.indexOf('## Options'), page.indexOf('## With what it ends'));
  const [, usage] = /Options:\n([\s\S]*?)\n\nExamples:/.exec(out) as RegExpExecArray;
  expect([...options(table)].sort()).toEqual([...options(usage)].sort());
});

test('the page has every command', async () => {
  const { out } = await call(['--help']);
  const [, list] = /Commands:\n([\s\S]*?)\n\n/.exec(out) as RegExpExecArray;
  const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThanOrEqual(4);
  for (const command of commands) {
    expect(page).toContain(`npx cdk8s-kubevirt ${command}`);
  }
});

test('the configuration on the page is one', async () => {
  const [, config] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(page) as RegExpExecArray;
  const custom = readFileSync(join(REPOSITORY, 'docs/custom-rules.md'), 'utf8');
  const [, rule] = /```js\n\/\/ rules\/owner-missing\.js\n([\s\S]*?)```/.exec(custom) as RegExpExecArray;
  const files = {
    'rules/owner-missing.js': rule,
    'vm.yaml': FAULTY_VM,
    '.cdk8s-kubevirt.yaml': config,
    '.cdk8s-kubevirt-baseline.json': '{"version": 1, "findings": []}',
  };
  folder.write(files);
  const { code, err, out } = await call(['audit', 'vm.yaml'], { cwd: folder.path() });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('judged for OpenShift 4.20');
});

test('the examples of rules and codes on the page exist', async () => {
  for (const [, code] of page.matchAll(/explain ([a-z-]+)/g)) {
    expect((await call(['explain', code])).code).toBe(0);
  }
});
