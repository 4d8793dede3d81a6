import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { REPOSITORY } from './fence';

const GUIDE = readFileSync(join(REPOSITORY, 'docs/pipelines.md'), 'utf8');
const ACTION = readYaml(readFileSync(join(REPOSITORY, 'action.yml'), 'utf8'))[0] as Action;

interface Action {
  readonly inputs: Record<string, { readonly default: string }>;
  readonly runs: { readonly steps: readonly { readonly env: Record<string, string>; readonly run: string }[] };
}

function readYaml(text: string): unknown[] {
  return parseAllDocuments(text, { strict: true, uniqueKeys: true }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

/** The arguments that the step of the action calls npx with. */
function argumentsOf(inputs: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  try {
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\nfor argument; do printf "%s\\n" "$argument"; done\n', { mode: 0o755 });
    const [{ env, run }] = ACTION.runs.steps;
    const variables = Object.entries(env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, inputs[input] ?? ACTION.inputs[input].default];
    });
    const given = { ...Object.fromEntries(variables), PATH: `${folder}:${process.env.PATH}`, GITHUB_STEP_SUMMARY: '/summary' };
    return execFileSync('bash', ['-e', '-o', 'pipefail', '-c', run], { env: given, encoding: 'utf8' }).trimEnd().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the YAML of the guide is YAML', () => {
  const fences = [...GUIDE.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => readYaml(text));
  expect(fences.length).toBeGreaterThan(6);
});

test('the action calls the command with what it is given', () => {
  expect(argumentsOf({})).toEqual([
    '--yes',
    'cdk8s-kubevirt@latest',
    'audit',
    '--format',
    'github',
    '--fail-on',
    'error',
    '--output',
    'sarif=cdk8s-kubevirt.sarif',
    '--output',
    'markdown=/summary',
    '--',
    '.',
  ]);
  const given = { cluster: 'openshift:4.20', config: 'a b.yaml', baseline: 'base.json', arguments: '--skip\nsecurity\n', version: '1.2.3' };
  expect(argumentsOf({ ...given, paths: 'k8s\ncharts/*.yaml\n' }).slice(1)).toEqual([
    'cdk8s-kubevirt@1.2.3',
    'audit',
    '--format',
    'github',
    '--fail-on',
    'error',
    '--output',
    'sarif=cdk8s-kubevirt.sarif',
    '--output',
    'markdown=/summary',
    '--cluster',
    'openshift:4.20',
    '--config',
    'a b.yaml',
    '--baseline',
    'base.json',
    '--skip',
    'security',
    '--',
    'k8s',
    'charts/*.yaml',
  ]);
});

test('nothing that the action is given is run', () => {
  const hostile = '$(touch forged); `touch forged`; " && touch forged #';
  expect(argumentsOf({ paths: hostile, cluster: hostile }).filter((argument) => argument === hostile)).toHaveLength(2);
  expect(ACTION.runs.steps.map(({ run }) => run).join('')).not.toContain('${{');
});

test('every input of the action is used', () => {
  const used = Object.values(ACTION.runs.steps[0].env).map((value) => /inputs\.([\w-]+)/.exec(value)?.[1]);
  expect(used.sort()).toEqual(Object.keys(ACTION.inputs).sort());
});
