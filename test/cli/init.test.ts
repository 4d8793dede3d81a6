import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, temporaryFolder } from './harness';

const folder = temporaryFolder();
const FILES = ['.gitignore', 'cdk8s.yaml', 'main.test.ts', 'main.ts', 'package.json', 'tsconfig.json'];
const read = (name: string) => readFileSync(join(folder.path(), name), 'utf8');

test('a project of the first sample of the README', async () => {
  const { code, out, err } = await call(['init', 'My VMs'], { cwd: folder.path() });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    'package.json, tsconfig.json, cdk8s.yaml, main.ts, main.test.ts, .gitignore written to My VMs. What comes next:\n' +
      '  cd My VMs\n  npm install\n  npx cdk8s synth\n  npm test\n',
  );
  expect(readdirSync(join(folder.path(), 'My VMs')).sort()).toEqual(FILES);
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  for (const name of ['main.ts', 'tsconfig.json', 'cdk8s.yaml']) {
    expect(readme).toContain(read(`My VMs/${name}`));
  }
  const { name, dependencies, devDependencies, overrides } = JSON.parse(read('My VMs/package.json'));
  expect(name).toBe('my-vms');
  expect(Object.keys(dependencies).sort()).toEqual(['cdk8s', 'cdk8s-kubevirt', 'cdk8s-plus-27', 'constructs']);
  expect(Object.values({ ...dependencies, ...devDependencies }).every((version) => typeof version === 'string')).toBe(true);
  expect(overrides).toEqual({ backport: 'npm:empty-npm-package@1.0.0' });
});

test('here, where there is nothing but a repository', async () => {
  folder.write({ '.gitignore': '# mine\nnode_modules/\n.env', 'README.md': '# mine\n' });
  const { code, out } = await call(['init'], { cwd: folder.path() });
  expect(code).toBe(0);
  expect(out).not.toContain('cd ');
  expect(read('README.md')).toBe('# mine\n');
  expect(read('.gitignore')).toBe('# mine\nnode_modules/\n.env\ndist/\n');
});

test('what is there is not overwritten, and nothing is written beside it', async () => {
  folder.write({ 'main.ts': 'mine', 'a.yaml': '' });
  expect(await call(['init', '.'], { cwd: folder.path() })).toEqual({
    code: 2,
    out: '',
    err: '. is not empty: it has a.yaml, main.ts. Name a new folder: npx cdk8s-kubevirt init my-vms\n',
  });
  expect(readdirSync(folder.path()).sort()).toEqual(['a.yaml', 'main.ts']);
});
