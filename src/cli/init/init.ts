import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { packageFolder, packageJson } from '../../report/package-folder';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { writeWholeFile } from '../write-file';
import { readmeBlock } from './readme-block';

/** What may be in the folder beforehand. */
const HARMLESS = new Set(['.git', '.gitignore', '.gitattributes', 'LICENSE', 'README.md', 'node_modules', 'package-lock.json']);

/**
 * Makes a project of the first sample of the README.
 *
 * @throws UsageError when there is something that it would overwrite, or mix with
 */
export function init(folder: string, { cwd, stdout }: Streams): void {
  const target = resolve(cwd, folder);
  const present = existsSync(target) ? readdirSync(target).filter((name) => !HARMLESS.has(name)) : [];
  if (present.length > 0) {
    const more = present.length > 3 ? `, and ${present.length - 3} more` : '';
    const names = present.slice(0, 3).join(', ');
    throw new UsageError(`${folder} is not empty: it has ${names}${more}. Name a new folder: npx cdk8s-kubevirt init my-vms`);
  }
  mkdirSync(target, { recursive: true });
  const files = projectFiles(target);
  for (const [name, text] of Object.entries(files)) {
    writeWholeFile(join(target, name), text);
  }
  const steps = [relative(cwd, target) === '' ? undefined : `cd ${relative(cwd, target)}`, 'npm install', 'npx cdk8s synth', 'npm test'];
  stdout.write(
    `${Object.keys(files).join(', ')} written to ${folder}. What comes next:\n${steps.map((step) => (step === undefined ? '' : `  ${step}\n`)).join('')}`,
  );
}

function projectFiles(target: string): Readonly<Record<string, string>> {
  const readme = readFileSync(join(packageFolder(), 'README.md'), 'utf8');
  return {
    'package.json': packageText(basename(target)),
    'tsconfig.json': readmeBlock(readme, 'json', 'compilerOptions'),
    'cdk8s.yaml': readmeBlock(readme, 'yaml', 'app:'),
    'main.ts': readmeBlock(readme, 'ts', 'new App()'),
    'main.test.ts': TEST,
    '.gitignore': gitignoreText(join(target, '.gitignore')),
  };
}

/** What nobody commits, behind what is in the file already. */
function gitignoreText(path: string): string {
  const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = present.split(/\r?\n/).map((line) => line.trim());
  const missing = ['node_modules/', 'dist/'].filter((line) => !known.includes(line));
  const end = present === '' || present.endsWith('\n') ? '' : '\n';
  return `${present}${missing.length === 0 ? '' : end}${missing.map((line) => `${line}\n`).join('')}`;
}

/** npm takes no other characters in the name of a package. */
const NO_NAME = /[^a-z0-9._-]+/g;

function packageText(folder: string): string {
  const { version, peerDependencies, devDependencies } = packageJson();
  const tools = ['@types/node', 'cdk8s-cli', 'tsx', 'typescript'];
  const name = folder
    .toLowerCase()
    .replace(NO_NAME, '-')
    .replace(/^[._-]+/, '');
  return `${JSON.stringify(
    {
      name: name === '' ? 'vms' : name,
      version: '0.0.0',
      private: true,
      scripts: { synth: 'cdk8s synth', test: 'tsx --test main.test.ts', audit: 'cdk8s-kubevirt audit dist/' },
      dependencies: { ...peerDependencies, 'cdk8s-kubevirt': `^${version}` },
      devDependencies: Object.fromEntries(tools.map((tool) => [tool, devDependencies[tool]])),
      overrides: { backport: 'npm:empty-npm-package@1.0.0' },
    },
    null,
    2,
  )}\n`;
}

const TEST = `import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './main';

const manifests = readFileSync('dist/shop.k8s.yaml', 'utf8');

test('two VMs stand in for one another', () => {
  assert.equal(manifests.match(/^kind: VirtualMachine$/gm)?.length, 2);
});

test('each of them is restarted, and moves away from a node that is drained', () => {
  assert.equal(manifests.match(/^  runStrategy: Always$/gm)?.length, 2);
  assert.equal(manifests.match(/evictionStrategy: LiveMigrate$/gm)?.length, 2);
});
`;
