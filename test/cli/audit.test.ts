import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { call, FAULTY_VM, foundIn, type Given, SOUND_SERVICE, temporaryFolder } from './harness';

const folder = temporaryFolder();
const RULES = ['--rule', 'run-strategy-not-exactly-one,container-disk-not-pinned,live-migrate-blocked'];

const audit = (args: readonly string[], given: Given = {}) => call(['audit', ...args], { cwd: folder.path(), ...given });
const json = (args: readonly string[], given: Given = {}) => audit([...args, '--format', 'json'], given);

describe('with what it ends', () => {
  beforeEach(() => folder.write({ 'vm.yaml': FAULTY_VM, 'service.yaml': SOUND_SERVICE, 'broken.yaml': 'a: [\n' }));

  test.each([
    [['service.yaml'], 0],
    [['vm.yaml'], 1],
    [['vm.yaml', '--fail-on', 'never'], 0],
    [['vm.yaml', '--rule', 'container-disk-not-pinned'], 0],
    [['vm.yaml', '--rule', 'container-disk-not-pinned', '--fail-on', 'warning'], 0],
    [['vm.yaml', '--rule', 'container-disk-not-pinned', '--fail-on', 'info'], 1],
    [['vm.yaml', '--skip', 'run-strategy-not-exactly-one'], 0],
    [['vm.yaml', '--skip', 'admission,schema,wiring,availability'], 0],
    [['broken.yaml'], 2],
    [['vm.yaml', 'broken.yaml', '--fail-on', 'never'], 2],
  ])('%j: %i', async (args, code) => {
    expect((await audit(args)).code).toBe(code);
  });
});

describe('a call that is wrong ends with 2, and says what is wrong on the standard error output', () => {
  test.each([
    [['nothing.yaml'], 'There is no file or folder "nothing.yaml". Name files, folders or patterns that exist.'],
    [['*.yml'], 'There is no file or folder "*.yml". Name files, folders or patterns that exist.'],
    [['vm.yaml', '--fail-on', 'erorr'], '--fail-on is "erorr". Did you mean error?'],
    [['vm.yaml', '--format', 'jsn'], '--format is "jsn": there is no such format. Did you mean json?'],
    [['vm.yaml', '--output', 'json'], '--output is "json". Write FORMAT=FILE, such as json=report.json.'],
    [
      ['vm.yaml', '--rule', 'live-migrate-blockd'],
      '--rule is "live-migrate-blockd": there is no such rule or category. Did you mean live-migrate-blocked?',
    ],
    [['vm.yaml', '--param', 'NAME'], '--param is "NAME". Write NAME=VALUE.'],
    [['vm.yaml', '--param', 'NAME=x'], '--param names NAME, and no template has such a parameter. Leave it out.'],
    [
      ['vm.yaml', '--cluster', 'openshift'],
      '--cluster is "openshift": there is no such file, and a release is openshift:4.20 or kubevirt:1.8.',
    ],
    [['vm.yaml', '--baseline', 'none.json'], 'There is no baseline none.json. Write one with --write-baseline none.json.'],
    [
      ['values.yaml'],
      'There are no Kubernetes objects in "values.yaml". Name YAML or JSON files that have some, or folders with such files.',
    ],
    [
      ['chart'],
      'There are no Kubernetes objects in "chart", but sources of templates. Render them first: helm template CHART | npx cdk8s-kubevirt audit -',
    ],
  ])('%j', async (args, message) => {
    folder.write({ 'vm.yaml': FAULTY_VM, 'values.yaml': 'a: 1', 'chart/Chart.yaml': 'name: x', 'chart/templates/vm.yaml': '{{ if }}' });
    expect(await audit(args)).toEqual({ code: 2, out: '', err: `${message}\n` });
  });

  test('nothing of it begins another line, or steers the terminal', async () => {
    expect((await audit(['a\n::error::\u001b[2J'])).err).toBe(
      'There is no file or folder "a\\u000a::error::\\u001b[2J". Name files, folders or patterns that exist.\n',
    );
  });

  test('options and commands that do not exist', async () => {
    expect(await audit(['x', '--formt', 'json'])).toEqual({
      code: 2,
      out: '',
      err: "unknown option '--formt'\n(Did you mean --format?)\n(--help says what can be called)\n",
    });
    expect((await call(['adit'])).err).toContain("unknown command 'adit'\n(Did you mean audit?)");
    expect((await call(['audit'])).err).toContain("missing required argument 'path'");
  });

  test('a cluster that nobody knows', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM });
    const { code, err } = await audit(['vm.yaml', '--cluster', 'openshift:4.2']);
    expect(code).toBe(2);
    expect(err).toMatch(/^The cluster "openshift:4.2" cannot be judged for: .*this library knows OpenShift 4.19 to 4.23/);
  });
});

describe('what it is given', () => {
  test('the standard input', async () => {
    const ended = await json(['-', ...RULES], { stdin: FAULTY_VM });
    expect(foundIn(ended)).toEqual([
      'error run-strategy-not-exactly-one VirtualMachine/web <stdin>:7',
      'info container-disk-not-pinned VirtualMachine/web <stdin>:21',
    ]);
  });

  test('sources of a chart are counted, and nothing else is made of them', async () => {
    folder.write({
      'a.yaml': SOUND_SERVICE,
      'chart/Chart.yaml': 'name: x',
      'chart/templates/vm.yaml': '{{ if }}',
      'chart/values.yaml': 'a: 1',
    });
    const { out, code } = await audit(['.', '--no-config', '--rule', 'live-migrate-blocked']);
    expect({ out, code }).toEqual({
      out: '4 files, 1 object, 2 other documents, 1 template not rendered, judged for KubeVirt 1.9, which is assumed (--cluster says what it is): 0 errors, 0 warnings\n',
      code: 0,
    });
  });

  test('files, folders and patterns, each file once', async () => {
    folder.write({ 'a/vm.yaml': FAULTY_VM, 'b/vm.json': JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } }) });
    const { out } = await json(['a', 'a/vm.yaml', '**/*.json', '-'], { stdin: SOUND_SERVICE });
    expect(JSON.parse(out).files.map(({ path }: any) => path)).toEqual(['<stdin>', 'a/vm.yaml', 'b/vm.json']);
  });

  test('parameters of templates', async () => {
    folder.write({
      'template.yaml': `apiVersion: template.openshift.io/v1
kind: Template
metadata: {name: t}
parameters:
- name: NAME
  required: true
objects:
- ${FAULTY_VM.replace('name: web', 'name: $' + '{NAME}')
        .trimEnd()
        .replace(/\n/g, '\n  ')}
`,
    });
    const without = await audit(['template.yaml']);
    expect(without.code).toBe(2);
    expect(without.out).toContain('The parameter NAME of the template is required and has no value');
    expect(foundIn(await json(['template.yaml', '--param', 'NAME=db', '--rule', 'run-strategy-not-exactly-one']))).toEqual([
      'error run-strategy-not-exactly-one VirtualMachine/db template.yaml:14',
    ]);
    expect((await audit(['template.yaml', '--param', 'NAM=db'])).err).toBe(
      '--param names NAM, and no template has such a parameter. Use one of NAME.\n',
    );
  });

  test('a file that describes the cluster', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM, 'cluster.yaml': 'openshift: "4.20"\nworkers: 3\n', 'wrong.yaml': 'openshift: 4.20\n' });
    expect((await audit(['vm.yaml', '--cluster', 'cluster.yaml'])).out).toContain('judged for OpenShift 4.20');
    expect((await audit(['vm.yaml', '--cluster', 'wrong.yaml'])).err).toContain(
      'openshift is 4.2: a release is a text, because 4.20 as a number is 4.2',
    );
  });
});

test('a VM is judged as one that has to survive', async () => {
  folder.write({ 'vm.yaml': FAULTY_VM.replace('  running: true\n', '').replace('Always', 'Manual') });
  const found = async (...args: string[]) => foundIn(await json(['vm.yaml', '--rule', 'ha-not-restarted', ...args]));
  expect(await found()).toEqual([]);
  expect(await found('--treat-as-highly-available')).toEqual(['error ha-not-restarted VirtualMachine/web vm.yaml:7']);
});

describe('reports', () => {
  test('several at once, each file as a whole', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM });
    const { out, code } = await audit(['vm.yaml', '--output', 'json=out/report.json', '-o', 'text=report.txt']);
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(folder.path(), 'out/report.json'), 'utf8')).exitCode).toBe(1);
    expect(readFileSync(join(folder.path(), 'report.txt'), 'utf8')).toBe(out);
    expect(readdirSync(folder.path()).sort()).toEqual(['out', 'report.txt', 'vm.yaml']);
  });

  test('a file that cannot be written is told', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM });
    const { code, err } = await audit(['vm.yaml', '--output', 'json=vm.yaml/report.json']);
    expect(code).toBe(2);
    expect(err).toMatch(/report.json cannot be written \(ENOTDIR|EEXIST\)/);
  });

  test('links stay links, rights stay rights, and what is no file is written to', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM, 'target.json': 'old' });
    const at = (name: string) => join(folder.path(), name);
    chmodSync(at('target.json'), 0o600);
    symlinkSync('target.json', at('link.json'));
    await audit(['vm.yaml', '--output', 'json=link.json', '--output', 'json=/dev/null']);
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(at('target.json'), 'utf8')).exitCode).toBe(1);
    expect(lstatSync(at('target.json')).mode & 0o777).toBe(0o600);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('colours on terminals, unless somebody wants none', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM });
    const isColored = async (args: readonly string[], given: Given) => (await audit(['vm.yaml', ...args], given)).out.includes('\u001b[');
    expect(await isColored([], {})).toBe(false);
    expect(await isColored([], { isTerminal: true })).toBe(true);
    expect(await isColored(['--no-color'], { isTerminal: true })).toBe(false);
    expect(await isColored(['--color'], {})).toBe(true);
    expect(await isColored([], { isTerminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await isColored([], { env: { FORCE_COLOR: '1' } })).toBe(true);
  });

  test('quiet: errors only; verbose: infos too', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM });
    expect((await audit(['vm.yaml'])).out).not.toContain('container-disk-not-pinned');
    expect((await audit(['vm.yaml', '--verbose'])).out).toContain('container-disk-not-pinned');
    expect((await audit(['vm.yaml', '--quiet', '--skip', 'run-strategy-not-exactly-one'])).out).not.toContain('warning  ');
  });

  test('what is secret by its place is not in the lines around a finding', async () => {
    const vm = FAULTY_VM.replace(
      '      volumes:\n',
      '      volumes:\n      - name: seed\n        cloudInitNoCloud: {userData: "password: hunter2"}\n',
    );
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: A_B\nstringData:\n  note: |\n    line hunter2\n    other hunter2\n';
    folder.write({ 'vm.yaml': vm, 'secret.yaml': secret });
    const { out } = await audit(['.', '--verbose']);
    expect(out).toContain('secret.yaml');
    expect(out).not.toContain('hunter2');
  });
});

describe('a baseline', () => {
  test('keeps what was there from counting, and tells what is new', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM });
    const written = await audit(['vm.yaml', '--write-baseline', 'known.json', ...RULES]);
    expect(written).toMatchObject({ code: 0, err: '2 findings written to known.json.\n' });
    expect(JSON.parse(readFileSync(join(folder.path(), 'known.json'), 'utf8')).findings).toEqual([
      {
        rule: 'container-disk-not-pinned',
        object: 'kubevirt.io/VirtualMachine shop/web',
        path: 'spec.template.spec.volumes[0].containerDisk.image',
      },
      { rule: 'run-strategy-not-exactly-one', object: 'kubevirt.io/VirtualMachine shop/web', path: 'spec.running' },
    ]);
    // Lines, values and texts may change.
    folder.write({ 'moved.yaml': `# one\n# two\n${FAULTY_VM.replace('running: true', 'running: false')}` });
    expect((await audit(['moved.yaml', '--baseline', 'known.json', ...RULES])).code).toBe(0);
    folder.write({ 'new.yaml': FAULTY_VM.replace('name: web', 'name: db') });
    const { out, code } = await json(['moved.yaml', 'new.yaml', '--baseline', 'known.json', '--rule', 'run-strategy-not-exactly-one']);
    expect(code).toBe(1);
    expect(JSON.parse(out).findings.map(({ object, acknowledged }: any) => [object.name, acknowledged?.by])).toEqual([
      ['web', 'baseline'],
      ['db', undefined],
    ]);
  });

  test('that is none is told', async () => {
    folder.write({ 'vm.yaml': FAULTY_VM, 'wrong.json': '[]', 'broken.json': '{"a": \n[' });
    expect((await audit(['vm.yaml', '--baseline', 'wrong.json'])).err).toBe(
      'wrong.json:1: This is no baseline. Write one with --write-baseline wrong.json.\n',
    );
    expect((await audit(['vm.yaml', '--baseline', 'broken.json'])).err).toMatch(/^broken.json:2: This cannot be read as YAML/);
    expect(existsSync(join(folder.path(), 'wrong.json'))).toBe(true);
  });
});

test('help has examples, and the release is that of the package', async () => {
  const { out, code } = await call(['audit', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('npx cdk8s-kubevirt audit k8s/ --cluster openshift:4.20');
  expect((await call(['--version'])).out).toBe('0.0.0\n');
  for (const command of ['audit', 'explain', 'rules', 'init']) {
    expect((await call(['--help'])).out).toContain(`  ${command} `);
  }
});
