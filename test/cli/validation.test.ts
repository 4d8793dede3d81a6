import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ValidationContext } from 'cdk8s-cli/plugins';
import { bundleCommand } from '../../scripts/bundle-command';
import { AuditValidation } from '../../src/cli/validation/audit-validation';
import { FAULTY_VM, SOUND_SERVICE, temporaryFolder } from './harness';

const ROOT = resolve(__dirname, '../..');
const folder = temporaryFolder();
const WARNING = 'rules: {container-disk-not-pinned: warning}';

interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingConstructs: readonly object[];
}

/** What the plugin reports to cdk8s-cli, as cdk8s-cli prints it. */
async function validated(manifests: string, properties?: object, metadata?: object) {
  folder.write({ 'dist/shop.k8s.yaml': manifests });
  jest.spyOn(process, 'cwd').mockReturnValue(folder.path());
  const context = new ValidationContext(['dist/shop.k8s.yaml'], 'cdk8s-kubevirt', '1.2.3', metadata as any);
  await new AuditValidation(properties).validate(context);
  jest.restoreAllMocks();
  expect(context.report.toString()).toContain('Status');
  const { violations, summary } = context.report.toJson();
  return { violations: violations as readonly Violation[], summary };
}

test('what is found fails, with its place, its object, its construct and what to do', async () => {
  const { violations, summary } = await validated(FAULTY_VM, { cluster: 'openshift:4.20' }, { web: { path: 'shop/web' } });
  expect(summary).toMatchObject({
    status: 'failure',
    metadata: { cluster: 'OpenShift 4.20', errors: '1', warnings: '0', accepted: '0' },
  });
  expect(violations).toEqual([
    {
      ruleName: 'run-strategy-not-exactly-one',
      recommendation: expect.stringMatching(/\. \(error, fails at apply; https:.*\/docs\/rules\/run-strategy-not-exactly-one\.md\)$/),
      fix: expect.stringMatching(/^[A-Z].*\.$/),
      violatingConstructs: [
        {
          resourceName: 'web',
          constructPath: 'shop/web',
          manifestPath: 'dist/shop.k8s.yaml',
          locations: [expect.stringMatching(/^7:12 spec\.running is true: /)],
        },
      ],
    },
  ]);
});

test('what several objects have is told once, with all of them', async () => {
  const { violations } = await validated(`${FAULTY_VM}---\n${FAULTY_VM.replace('name: web', 'name: db')}`);
  expect(violations.map(({ violatingConstructs }) => violatingConstructs.map((object: any) => object.resourceName))).toEqual([
    ['web', 'db'],
  ]);
});

test('warnings are told behind errors, and fail nothing', async () => {
  folder.write({ '.cdk8s-kubevirt.yaml': WARNING });
  expect((await validated(FAULTY_VM)).violations.map(({ ruleName }) => ruleName)).toEqual([
    'run-strategy-not-exactly-one',
    'container-disk-not-pinned',
  ]);
  const { violations, summary } = await validated(FAULTY_VM.replace('  running: true\n', ''));
  expect(summary).toMatchObject({ status: 'success', metadata: { warnings: '1' } });
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['container-disk-not-pinned']);
});

test('properties are a configuration, and the only one', async () => {
  folder.write({ '.cdk8s-kubevirt.yaml': WARNING });
  const acknowledge = ['run-strategy-not-exactly-one', 'live-migrate-blocked'].map((rule) => ({
    ...{ rule, object: 'VirtualMachine shop/web', reason: 'a test' },
  }));
  const { violations, summary } = await validated(FAULTY_VM, { failOn: 'warning', acknowledge });
  expect(summary).toMatchObject({ status: 'failure', metadata: { accepted: '1' } });
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['acknowledgement-unused']);
});

test('a mistake in them is told with its line, without a stack', async () => {
  const text = 'validations:\n- package: x\n- package: y\n  properties:\n    clustr: openshift:4.20\n';
  folder.write({ 'cdk8s.yaml': text });
  const { violations, summary } = await validated(FAULTY_VM, { clustr: 'openshift:4.20' });
  expect({ violations, summary }).toMatchObject({
    violations: [],
    summary: { status: 'failure', metadata: { configuration: 'cdk8s.yaml:5: There is no field clustr. Did you mean cluster?' } },
  });
});

test('without them the configuration of the folder counts, and its mistakes', async () => {
  folder.write({ '.cdk8s-kubevirt.yaml': 'failOn: never\n' });
  expect((await validated(FAULTY_VM)).summary.status).toBe('success');
  folder.write({ '.cdk8s-kubevirt.yaml': 'failOn: always\n' });
  expect((await validated(FAULTY_VM)).summary).toMatchObject({
    status: 'failure',
    metadata: { configuration: expect.stringMatching(/^\.cdk8s-kubevirt\.yaml:1: failOn is "always"\./) },
  });
});

test('what cannot be read fails, and what holds nothing is well', async () => {
  expect((await validated('a: [')).summary).toMatchObject({
    status: 'failure',
    metadata: { unreadable: expect.stringMatching(/^dist\/shop\.k8s\.yaml:1:\d+: /) },
  });
  expect((await validated('')).summary.status).toBe('success');
});

test('skipped files are not judged', async () => {
  expect((await validated(FAULTY_VM, { skip: ['dist/**'] })).summary).toMatchObject({ status: 'success', metadata: { errors: '0' } });
});

describe('cdk8s-cli itself', () => {
  /** Has it synthesize an app without constructs of this library, with the command as a package beside it. */
  function synth(manifests: string, ...args: string[]) {
    const plugin = join(folder.path(), 'node_modules/plugin');
    mkdirSync(plugin, { recursive: true });
    bundleCommand(join(plugin, 'lib/cli.js'));
    writeFileSync(join(plugin, 'package.json'), '{"name": "plugin", "version": "1.2.3", "main": "lib/cli.js"}');
    folder.write({
      'app.js': `const { cpSync, mkdirSync } = require('node:fs');
mkdirSync(process.env.CDK8S_OUTDIR, { recursive: true });
cpSync('manifests.yaml', process.env.CDK8S_OUTDIR + '/shop.k8s.yaml');`,
      'manifests.yaml': manifests,
      'cdk8s.yaml':
        'app: node app.js\nvalidations:\n- {package: ./node_modules/plugin, version: 1.2.3, class: AuditValidation, properties: {cluster: "openshift:4.20"}}\n',
    });
    const cli = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
    return spawnSync(process.execPath, [cli, 'synth', '--check-upgrade=false', ...args], { cwd: folder.path(), encoding: 'utf8' });
  }

  test('fails when something is found, and prints what to do', () => {
    const { status, stdout } = synth(FAULTY_VM);
    expect(status).toBe(2);
    expect(stdout).toContain('run-strategy-not-exactly-one (1 occurrences)');
    expect(stdout).toContain(
      '    - Manifest Path: dist/shop.k8s.yaml\n    - Resource Name: web\n    - Locations:\n      > 7:12 spec.running is true',
    );
    expect(stdout).toMatch(/How to fix: \w/);
  }, 60_000);

  test('goes on when nothing is, also on the standard output', () => {
    const { status, stdout } = synth(SOUND_SERVICE, '--stdout');
    expect(status).toBe(0);
    expect(stdout).toContain('kind: Service');
    expect(stdout).toContain('Validations ended succesfully');
  }, 60_000);
});
