import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { call, type Ended, foundIn, temporaryFolder } from './harness';

const folder = temporaryFolder();
const PLAIN = join(__dirname, 'plain-vms');
const harden = (...args: string[]): Promise<Ended> => call(['harden', ...args, '--cluster', 'kubevirt:1.8'], { cwd: folder.path() });
const read = (name: string) => readFileSync(join(folder.path(), name), 'utf8');

/** Rules that find something in a VM that has to survive, from warnings upwards. */
async function told(name: string): Promise<string[]> {
  const report = await call(['audit', name, '--treat-as-highly-available', '--cluster', 'kubevirt:1.8', '--format', 'json'], {
    cwd: folder.path(),
  });
  return foundIn(report)
    .filter((finding) => !finding.startsWith('info'))
    .map((finding) => finding.split(' ').slice(0, 2).join(' '));
}

/** The plain VMs, with what is left of each, because nobody can mend it without knowing more. */
const SHAPES: readonly (readonly [name: string, left: readonly string[]])[] = [
  ['container-disk.yaml', ['warning ha-disk-not-lasting']],
  ['shared-claim.yaml', []],
  ['claim-of-one-node.yaml', ['warning ha-eviction-strategy']],
  ['bridge.yaml', ['warning watchdog-not-armed']],
  ['windows.yaml', ['error ha-guest-hang-undetected']],
];

const comments = (text: string) => text.match(/#.*$/gm) ?? [];

test('all plain VMs are here', () => {
  expect(SHAPES.map(([name]) => name).sort()).toEqual(readdirSync(PLAIN).sort());
});

describe.each(SHAPES)('%s', (name, left) => {
  beforeEach(() => copyFileSync(join(PLAIN, name), join(folder.path(), name)));

  test('is highly available, but for what is told', async () => {
    expect((await told(name)).length).toBeGreaterThan(left.length);
    const { out, code } = await harden(name);
    expect(await told(name)).toEqual(left);
    expect(code).toBe(left.some((finding) => finding.startsWith('error')) ? 1 : 0);
    const lines = out.split('\n').filter((line) => line.includes(': left: '));
    expect(lines.map((line) => line.replace(/.*\((.*)\)$/, '$1'))).toEqual(left.map((finding) => finding.split(' ')[1]));
  });

  test('keeps its comments, and changes no more the second time', async () => {
    await harden(name);
    const once = read(name);
    expect(comments(once)).toEqual(comments(readFileSync(join(PLAIN, name), 'utf8')));
    expect((await harden(name)).out).toContain('0 findings mended in 0 files');
    expect(read(name)).toBe(once);
  });
});

test('what is written says why, and what somebody has to see to', async () => {
  copyFileSync(join(PLAIN, 'bridge.yaml'), join(folder.path(), 'bridge.yaml'));
  const { out } = await harden('bridge.yaml');
  expect(out).toContain(
    'The guest has to arm it, such as with RuntimeWatchdogSec=30s of systemd: until then it notices nothing. (ha-guest-hang-undetected)',
  );
  expect(out).toContain('Set evictionStrategy: LiveMigrate. The guest gets another address by DHCP at its next start');
  expect(read('bridge.yaml')).toContain(`      evictionStrategy: LiveMigrate
      tolerations:
      - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
      - key: node.kubernetes.io/not-ready
        operator: Exists
        effect: NoExecute
        tolerationSeconds: 60
      domain:
        cpu: {cores: 2}
        devices:
          interfaces:
          - name: default
            masquerade: {} # as it was on the old host
            macAddress: 02:00:00:00:00:01
          disks: [{name: root, disk: {bus: virtio}}]
          watchdog:
            name: watchdog
            i6300esb:
              action: poweroff
        memory: {guest: 2Gi}
`);
});

test('probes are those of what the Service leads to', async () => {
  copyFileSync(join(PLAIN, 'container-disk.yaml'), join(folder.path(), 'web.yaml'));
  await harden('web.yaml');
  expect(read('web.yaml')).toContain(`      livenessProbe:
        tcpSocket:
          port: 8080
        periodSeconds: 10
        timeoutSeconds: 5
        initialDelaySeconds: 240
        failureThreshold: 6
`);
  expect(read('web.yaml')).toContain(`      readinessProbe:
        tcpSocket:
          port: 8080
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 3
`);
  const slow = read('web.yaml')
    .replace(/ {6}livenessProbe:\n( {8}.*\n)+/, '')
    .replace('namespace: shop', 'namespace: shop\n  annotations: {cdk8s-kubevirt/boot-time: 300s}');
  writeFileSync(join(folder.path(), 'web.yaml'), slow);
  await harden('web.yaml');
  expect(read('web.yaml')).toContain('initialDelaySeconds: 600\n');
});

test('a VM that is switched off stays so until somebody decides', async () => {
  const off = readFileSync(join(PLAIN, 'shared-claim.yaml'), 'utf8').replace('RerunOnFailure', 'Halted');
  folder.write({ 'vm.yaml': off });
  const { out } = await harden('vm.yaml');
  expect(out).toContain('Set runStrategy: Always. That needs a decision: --unsafe --rule ha-not-restarted (ha-not-restarted)');
  expect(read('vm.yaml')).toContain('runStrategy: Halted');
  await harden('vm.yaml', '--unsafe', '--rule', 'ha-not-restarted');
  expect(read('vm.yaml')).toContain('runStrategy: Always');
});

test('a claim that nobody knows may keep the VM where it is: somebody has to look before a drain waits for ever', async () => {
  const [vm] = readFileSync(join(PLAIN, 'shared-claim.yaml'), 'utf8').split('---\n');
  folder.write({ 'vm.yaml': vm });
  const { out } = await harden('vm.yaml');
  expect(out).toContain('Look first whether this holds: The claim "db" of the volume "root" is ReadWriteMany');
  expect(read('vm.yaml')).not.toContain('LiveMigrate');
  await harden('vm.yaml', '--unsafe', '--rule', 'ha-eviction-strategy');
  expect(read('vm.yaml')).toContain('evictionStrategy: LiveMigrate');
});

test.each(['arm64', 's390x'])('the watchdog is that of the architecture: %s', async (architecture) => {
  const vm = readFileSync(join(PLAIN, 'bridge.yaml'), 'utf8').replace(
    '      domain:',
    `      architecture: ${architecture}\n      domain:`,
  );
  folder.write({ 'vm.yaml': vm });
  await harden('vm.yaml');
  const [device] = /watchdog:\n.*\n +(\w+):/.exec(read('vm.yaml'))?.slice(1) ?? [];
  expect(device).toBe(architecture === 's390x' ? 'diag288' : undefined);
});

test('hard spreading becomes a wish', async () => {
  const constraint = '{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, minDomains: 2}';
  const term = '{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: db}}}';
  const spec = `      topologySpreadConstraints:\n      - ${constraint}\n      affinity:\n        podAntiAffinity:\n          requiredDuringSchedulingIgnoredDuringExecution:\n          - ${term}\n      domain:`;
  folder.write({ 'vm.yaml': readFileSync(join(PLAIN, 'shared-claim.yaml'), 'utf8').replace('      domain:', spec) });
  await harden('vm.yaml', '--rule', 'ha-spread-required');
  expect(read('vm.yaml')).toContain('- {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway}\n');
  expect(read('vm.yaml')).not.toContain('requiredDuring');
  expect(read('vm.yaml')).toMatch(/preferredDuringSchedulingIgnoredDuringExecution:\n +- weight: 100\n/);
});

test('patches and diffs of it are those of fix', async () => {
  copyFileSync(join(PLAIN, 'shared-claim.yaml'), join(folder.path(), 'vm.yaml'));
  const { out } = await harden('vm.yaml', '--dry-run');
  expect(out).toContain('+      evictionStrategy: LiveMigrate\n');
  await harden('vm.yaml', '--patches', 'mends');
  expect(read('vm.yaml')).toBe(readFileSync(join(PLAIN, 'shared-claim.yaml'), 'utf8'));
  expect(readdirSync(join(folder.path(), 'mends')).map((name) => basename(name))).toEqual([
    'kustomization.yaml',
    'virtualmachine-shop-db.yaml',
  ]);
  expect(read('mends/virtualmachine-shop-db.yaml')).toContain(
    '- op: add\n  path: /spec/template/spec/evictionStrategy\n  value: LiveMigrate\n',
  );
});
