import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, type Given, temporaryFolder } from './harness';

const folder = temporaryFolder();
const fix = (args: readonly string[], given: Given = {}) => call(['fix', ...args, '--patches', 'mends'], { cwd: folder.path(), ...given });
const inFolder = (name: string) => join(folder.path(), 'mends', name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');
const names = () => readdirSync(join(folder.path(), 'mends')).sort();

const VM = `apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata:
  name: web.a
  namespace: shop
spec:
  runStrategy: always
  template:
    spec:
      domain:
        memory: {guest: 4Gi}
        devices:
          disks:
          - name: root
            disk: {Bus: virtio}
      livenessProbe:
        tcpSocket: {port: 80}
        successThreshold: 3
      volumes:
      - name: root
        containerDisk: {image: quay.io/containerdisks/fedora@sha256:0}
`;
const RULES = ['--rule', 'liveness-success-threshold,field-unknown,vm-field-value-unknown'];

beforeEach(() => folder.write({ 'vm.yaml': VM }));

test('a component lists a patch for each object, and the files stay', async () => {
  const { code, out, err } = await fix(['vm.yaml', ...RULES]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('3 findings mended in 1 file, 0 findings left.\n');
  expect(readFileSync(join(folder.path(), 'vm.yaml'), 'utf8')).toBe(VM);
  expect(names()).toEqual(['kustomization.yaml', 'virtualmachine-shop-web.a.yaml']);
  expect(read('kustomization.yaml')).toBe(`# Written by cdk8s-kubevirt with --patches, which writes all of this folder anew.
# To use it, list this folder under components in a kustomization beside the resources.
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
- path: virtualmachine-shop-web.a.yaml
  target:
    group: kubevirt.io
    version: v1
    kind: VirtualMachine
    name: "web\\\\.a"
    namespace: shop
`);
});

test('a patch says why, tests the entries of lists that it counts, and moves what has a wrong name', async () => {
  await fix(['vm.yaml', ...RULES]);
  const [mark, ...lines] = read('virtualmachine-shop-web.a.yaml').split('\n');
  expect(mark).toMatch(/^# Written by cdk8s-kubevirt with --patches/);
  expect(lines.filter((line) => line.startsWith('# ')).map((line) => line.replace(/.*\(([^)]*)\)$/, '$1'))).toEqual([
    'vm-field-value-unknown',
    'field-unknown',
    'liveness-success-threshold',
  ]);
  expect(lines.filter((line) => !line.startsWith('#')).join('\n')).toBe(`- op: test
  path: /spec/template/spec/domain/devices/disks/0/name
  value: root
- op: replace
  path: /spec/runStrategy
  value: Always
- op: move
  from: /spec/template/spec/domain/devices/disks/0/disk/Bus
  path: /spec/template/spec/domain/devices/disks/0/disk/bus
- op: remove
  path: /spec/template/spec/livenessProbe/successThreshold
`);
});

test('the standard input is read, and is not written out again', async () => {
  const { out } = await fix(['-', ...RULES], { stdin: VM });
  expect(out).not.toContain('apiVersion');
  expect(names()).toContain('virtualmachine-shop-web.a.yaml');
});

test('a second call writes the same, and takes away what is mended no longer', async () => {
  await fix(['vm.yaml', ...RULES]);
  const first = names().map(read);
  await fix(['vm.yaml', ...RULES]);
  expect(names().map(read)).toEqual(first);
  folder.write({ 'vm.yaml': VM.replace('always', 'Always').replace('Bus', 'bus').replace('        successThreshold: 3\n', '') });
  await fix(['vm.yaml', ...RULES]);
  expect(names()).toEqual(['kustomization.yaml']);
  expect(read('kustomization.yaml')).toContain('\npatches: []\n');
});

test.each(['kustomization.yaml', 'virtualmachine-shop-web.a.yaml', 'kustomization.yml'])(
  'a %s of somebody else stays, and nothing is written',
  async (name) => {
    folder.write({ [`mends/${name}`]: 'resources: []\n', 'mends/notes.txt': 'mine' });
    const { code, err } = await fix(['vm.yaml', ...RULES]);
    expect(code).toBe(2);
    expect(err).toMatch(/mends\/.* was not written by --patches, and is left as it is. Name another folder.\n$/);
    expect(names()).toEqual([name, 'notes.txt'].sort());
    expect(read(name)).toBe('resources: []\n');
  },
);

test('a file is no folder', async () => {
  writeFileSync(join(folder.path(), 'mends'), '');
  expect((await fix(['vm.yaml', ...RULES])).err).toContain('is no folder. Name a new folder for --patches');
});

test('a dry run prints what would be written, and writes nothing', async () => {
  const { out, err } = await fix(['vm.yaml', '--dry-run', ...RULES]);
  expect(out).toContain('--- /dev/null\n+++ b/mends/kustomization.yaml\n@@ -0,0 +1,');
  expect(err).toContain('3 findings would be mended');
  expect(existsSync(join(folder.path(), 'mends'))).toBe(false);
});

test.each([
  ['A patch needs an object with a name', VM.replace('name: web.a', 'generateName: web-')],
  ['More than one object has this name: a patch would change them all', `${VM}---\n${VM}`],
  ['More than one object has this name: a patch would change them all', `${VM.replace('  namespace: shop\n', '')}---\n${VM}`],
])('what a patch cannot be for is left: %s', async (reason, text) => {
  folder.write({ 'vm.yaml': text });
  const { out } = await fix(['vm.yaml', ...RULES]);
  expect(out).toContain(`${reason}. (liveness-success-threshold)`);
});

test('a secret stands in no patch: what has a wrong name is moved, and what has to be written anew is left', async () => {
  const withText = (line: string) =>
    VM.replace('containerDisk: {image: quay.io/containerdisks/fedora@sha256:0}', `cloudInitNoCloud: {${line}}`);
  folder.write({
    'vm.yaml': withText('userdata: "#cloud-config s3cr3t"'),
    'other.yaml': withText('userData: 4711').replace('web.a', 'other'),
  });
  const { out } = await fix(['vm.yaml', 'other.yaml', '--unsafe']);
  const all = names().map(read).join('');
  expect(all).toMatch(/- op: move\n {2}from: .*userdata\n {2}path: .*userData\n/);
  expect(all).not.toMatch(/s3cr3t|4711/);
  expect(out).toContain('A patch would show what is secret. (field-type-wrong)');
});
