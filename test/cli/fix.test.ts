import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { call, type Given, temporaryFolder } from './harness';

const folder = temporaryFolder();
const fix = (args: readonly string[], given: Given = {}) => call(['fix', ...args], { cwd: folder.path(), ...given });
const read = (name: string) => readFileSync(join(folder.path(), name), 'utf8');

/** A safe mend, one that needs a decision, and a warning that nobody can mend without knowing more. */
const VM = `# The shop
apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata:
  name: web # short
  namespace: shop
spec:
  runStrategy: Always
  template:
    metadata:
      labels:
        app: web
        kubevirt.io/nodeName: mine
    spec:
      domain:
        memory: {guest: 4Gi}
        devices: {}
      # is it alive?
      livenessProbe:
        tcpSocket: {port: 80}
        successThreshold: 3 # thrice
        periodSeconds: 10
`;
const MENDED = VM.replace('        successThreshold: 3 # thrice\n', '');
const RULES = ['--rule', 'liveness-success-threshold,reserved-label'];

beforeEach(() => folder.write({ 'vm.yaml': VM }));

test('what is certain is written, and nothing else', async () => {
  const { code, out, err } = await fix(['vm.yaml', ...RULES]);
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(
    /^vm.yaml:21: mended: VirtualMachine shop\/web: spec.template.spec.livenessProbe.successThreshold is 3: .* \(liveness-success-threshold\)\n/,
  );
  expect(out).toContain('1 finding mended in 1 file, 1 finding left, of which 1 can be mended with --unsafe.\n');
  expect(read('vm.yaml')).toBe(MENDED);
});

test('what needs a decision is written on request', async () => {
  const { code, out } = await fix(['vm.yaml', '--unsafe', '--rule', 'reserved-label']);
  expect(out).toContain('1 finding mended in 1 file, 0 findings left.\n');
  expect(code).toBe(0);
  expect(read('vm.yaml')).toBe(VM.replace('        kubevirt.io/nodeName: mine\n', ''));
});

test('a second time changes nothing', async () => {
  await fix(['vm.yaml', '--unsafe', ...RULES]);
  const once = read('vm.yaml');
  expect((await fix(['vm.yaml', '--unsafe', ...RULES])).out).toBe('0 findings mended in 0 files, 0 findings left.\n');
  expect(read('vm.yaml')).toBe(once);
});

test('a dry run prints a diff that patch takes, and changes nothing', async () => {
  const { code, out, err } = await fix(['./vm.yaml', '--dry-run', ...RULES]);
  expect(code).toBe(1);
  expect(out).toBe(`--- a/vm.yaml
+++ b/vm.yaml
@@ -18,5 +18,4 @@
       # is it alive?
       livenessProbe:
         tcpSocket: {port: 80}
-        successThreshold: 3 # thrice
         periodSeconds: 10
`);
  expect(err).toContain('1 finding would be mended in 1 file, 1 finding left, of which 1 can be mended with --unsafe.\n');
  expect(read('vm.yaml')).toBe(VM);
});

test('what would lead to an error that was not there before is left out, with the reason, and the rest is mended', async () => {
  const wrong = VM.replace(
    '    spec:\n',
    '    spec:\n      evictionStrategy: livemigrate\n      volumes:\n      - name: data\n        hostDisk: {path: /a, type: Disk}\n',
  );
  folder.write({ 'vm.yaml': wrong });
  const { out } = await fix(['vm.yaml', '--rule', 'vm-field-value-unknown,liveness-success-threshold']);
  expect(out).toMatch(/It would lead to an error of live-migrate-blocked: spec.*hostDisk.* \(vm-field-value-unknown\)\n/);
  expect(read('vm.yaml')).toBe(wrong.replace('        successThreshold: 3 # thrice\n', ''));
});

test('what would lead to an error at first is mended when it no longer would', async () => {
  const fixture = join(__dirname, '../audit/fixtures/ha-readiness-missing/failing/published.yaml');
  folder.write({ 'vm.yaml': readFileSync(fixture) });
  await fix(['vm.yaml', '--unsafe', '--rule', 'service-publishes-not-ready']);
  expect(read('vm.yaml')).toContain('publishNotReadyAddresses');
  await fix(['vm.yaml', '--unsafe', '--rule', 'service-publishes-not-ready,ha-readiness-missing']);
  expect(read('vm.yaml')).not.toContain('publishNotReadyAddresses');
  expect(read('vm.yaml')).toContain('readinessProbe');
});

test('the standard input is mended to the standard output', async () => {
  const { out, err } = await fix(['-', ...RULES], { stdin: VM });
  expect(out).toBe(MENDED);
  expect(err).toContain('1 finding mended in 1 file');
});

describe('what is accepted stays', () => {
  test('by the configuration', async () => {
    folder.write({ '.cdk8s-kubevirt.yaml': 'acknowledge:\n- {rule: liveness-success-threshold, reason: it is meant}\n' });
    await fix(['vm.yaml', ...RULES]);
    expect(read('vm.yaml')).toBe(VM);
  });

  test('by a baseline', async () => {
    await call(['audit', 'vm.yaml', '--write-baseline', 'known.json', ...RULES], { cwd: folder.path() });
    expect((await fix(['vm.yaml', '--unsafe', '--baseline', 'known.json', ...RULES])).code).toBe(0);
    expect(read('vm.yaml')).toBe(VM);
  });

  test('by its rule that is turned off', async () => {
    folder.write({ '.cdk8s-kubevirt.yaml': 'rules: {liveness-success-threshold: off}\n' });
    await fix(['vm.yaml', '--skip', 'reserved-label', '--fail-on', 'never']);
    expect(read('vm.yaml')).toBe(VM);
  });
});

test('links, rights, marks and encodings stay, and nothing is left beside the files', async () => {
  const windows = MENDED.replaceAll('\n', '\r\n');
  folder.write({
    'wide.yaml': Buffer.from(`\ufeff${VM.replace('name: web', 'name: wide')}`, 'utf16le'),
    'marked.yaml': `\ufeff${VM.replace('name: web', 'name: marked').replaceAll('\n', '\r\n')}`,
  });
  chmodSync(join(folder.path(), 'vm.yaml'), 0o640);
  symlinkSync('vm.yaml', join(folder.path(), 'link.yaml'));
  await fix(['.', ...RULES]);
  expect(read('vm.yaml')).toBe(MENDED);
  expect(lstatSync(join(folder.path(), 'link.yaml')).isSymbolicLink()).toBe(true);
  expect(statSync(join(folder.path(), 'vm.yaml')).mode & 0o777).toBe(0o640);
  expect(readFileSync(join(folder.path(), 'wide.yaml')).toString('utf16le')).toBe(`\ufeff${MENDED.replace('name: web', 'name: wide')}`);
  expect(read('marked.yaml')).toBe(`\ufeff${windows.replace('name: web', 'name: marked')}`);
  expect(readdirSync(folder.path()).sort()).toEqual(['link.yaml', 'marked.yaml', 'vm.yaml', 'wide.yaml']);
});

test('what others share is left alone, with the reason', async () => {
  const shared = VM.replace('livenessProbe:', 'livenessProbe: &probe').replace(
    'periodSeconds: 10\n',
    'periodSeconds: 10\n      readinessProbe: *probe\n',
  );
  folder.write({ 'vm.yaml': shared });
  const { out } = await fix(['vm.yaml', '--rule', 'liveness-success-threshold']);
  expect(out).toContain('spec.template.spec.livenessProbe has the anchor &probe, and *probe shares it. (liveness-success-threshold)');
  expect(read('vm.yaml')).toBe(shared);
});

test('templates of OpenShift are left alone, with the reason', async () => {
  const template = `apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nobjects:\n- ${VM.replace('# The shop\n', '').trimEnd().replaceAll('\n', '\n  ')}\n`;
  folder.write({ 'vm.yaml': template });
  const { out } = await fix(['vm.yaml', '--rule', 'liveness-success-threshold']);
  expect(out).toContain('It is made of a template: change the template.');
  expect(read('vm.yaml')).toBe(template);
});

test('files with faults end with 2, and the others are mended', async () => {
  folder.write({ 'broken.yaml': 'a: [\n' });
  const { code, out } = await fix(['.', ...RULES]);
  expect(code).toBe(2);
  expect(out).toContain('broken.yaml:2:1: This cannot be read as YAML');
  expect(read('vm.yaml')).toBe(MENDED);
});

test('the report of an audit says what mends, and SARIF how', async () => {
  const { out } = await call(['audit', 'vm.yaml', '--cluster', 'kubevirt:1.8', ...RULES], { cwd: folder.path() });
  expect(out).toContain('1 can be mended: npx cdk8s-kubevirt fix vm.yaml --cluster kubevirt:1.8\n');
  const sarif = await call(['audit', 'vm.yaml', '--format', 'sarif', ...RULES], { cwd: folder.path() });
  const fixes = JSON.parse(sarif.out).runs[0].results.flatMap((result: any) => result.fixes);
  expect(fixes.map((found: any) => found.artifactChanges[0].replacements)).toEqual([
    [{ deletedRegion: { startLine: 13, startColumn: 5, endLine: 14, endColumn: 5 }, insertedContent: { text: '' } }],
    [{ deletedRegion: { startLine: 21, startColumn: 9, endLine: 22, endColumn: 9 }, insertedContent: { text: '' } }],
  ]);
});
