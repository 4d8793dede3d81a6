import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { nodeHealthCheck, vm } from '../recovery/world';
import { call, temporaryFolder } from './harness';

const folder = temporaryFolder();

function machine(name: string, objective: string) {
  const annotations = { 'cdk8s-kubevirt/boot-time': '100s', 'cdk8s-kubevirt/recovery-objective': objective };
  return vm({}, { metadata: { name, namespace: 'shop', annotations } });
}

function yaml(...manifests: readonly object[]): string {
  return manifests.map((manifest) => stringify(manifest)).join('---\n');
}

/** Writes VMs that are told apart by what is accepted, and a health check, and asks. */
async function ask(options: readonly string[], patience = '300s') {
  folder.write({ 'dist/app.yaml': yaml(machine('web', '900s'), machine('db', '400s'), nodeHealthCheck(patience)) });
  return call(['recovery', '--cluster', 'openshift:4.20', ...options], { cwd: folder.path() });
}

/** What is known of a VM. */
async function recoveryOf(name: string, failure: string, options: readonly string[] = [], patience?: string) {
  const { out } = await ask(['--format', 'json', ...options], patience);
  return JSON.parse(out).recoveries.find((one: any) => one.vm.name === name && one.failure === failure);
}

test('it looks at dist, and ends with 1 where an outage is not within its objective', async () => {
  const { code, out } = await ask([]);
  expect(code).toBe(1);
  const { outage } = await recoveryOf('db', 'node-loss');
  expect(out).toMatch(new RegExp(`\\nshop/web +900 s .* ${outage.worst} s ✓ `));
  expect(out).toMatch(new RegExp(`\\nshop/db +400 s .* ${outage.worst} s ✗ `));
  expect(out).toContain(`\nshop/db · node loss, partition · ${outage.worst} s (best ${outage.best} s) of 400 s ✗\n`);
  expect(out).not.toContain('shop/web · node loss');
});

test('a drain that does not end is marked, although the VM stays up', async () => {
  const pinned = vm({ evictionStrategy: 'LiveMigrate', nodeSelector: { 'kubernetes.io/hostname': 'a' } });
  folder.write({ 'vms.yaml': yaml(pinned) });
  const { code, out } = await call(['recovery', 'vms.yaml', '--failure', 'node-drain'], { cwd: folder.path() });
  expect(code).toBe(0);
  expect(out).toMatch(/\nshop\/db +- +0 s!\n! the VM stays up where it is, and the drain of its node may not end\n/);
  expect(out).toContain(' never  The drain does not end, and the VM runs on: The VM may run on the node a only ');
  expect((await ask(['--failure', 'node-drain'])).out).not.toContain('!');
});

test('what a field would save is what the model says of manifests with it', async () => {
  const { steps } = await recoveryOf('db', 'node-loss');
  const [saving] = steps.find(({ id }: any) => id === 'unhealthy').savings;
  expect(saving).toMatchObject({ object: 'NodeHealthCheck workers', path: 'spec.unhealthyConditions[1].duration', value: '60s' });
  expect((await recoveryOf('db', 'node-loss', [], saving.value)).outage.worst).toBe(saving.outage);
});

test('a field of the VM itself is named without it: what is alike is told of several VMs at once', async () => {
  const livenessProbe = { tcpSocket: { port: 80 }, initialDelaySeconds: 100, periodSeconds: 10, failureThreshold: 9 };
  const annotations = { 'cdk8s-kubevirt/recovery-objective': '100s', 'cdk8s-kubevirt/boot-time': '100s' };
  const vms = ['one', 'two'].map((name) => vm({ livenessProbe }, { metadata: { name, namespace: 'shop', annotations } }));
  folder.write({ 'vms.yaml': yaml(...vms) });
  const { out } = await call(['recovery', 'vms.yaml', '--failure', 'application'], { cwd: folder.path() });
  expect(out).toContain('\nshop/one and 1 more VM · application · ');
  expect(out).toMatch(/ spec\.template\.spec\.livenessProbe\.failureThreshold: \d would make it [\d.]+ s\n/);
});

test.each([
  ['missed', 1],
  ['at-risk', 1],
  ['never', 0],
])('--fail-on %s', async (threshold, code) => {
  expect((await ask(['--fail-on', threshold])).code).toBe(code);
});

test('what is at risk fails on request', async () => {
  const manifest = machine('web', '400s');
  folder.write({ 'vm.yaml': yaml(manifest) });
  const call1 = (options: readonly string[]) => call(['recovery', 'vm.yaml', '--failure', 'node-loss', ...options], { cwd: folder.path() });
  expect((await call1([])).out).toContain('never ?');
  expect((await call1([])).code).toBe(0);
  expect((await call1(['--fail-on', 'at-risk'])).code).toBe(1);
});

test('VMs and failure classes are chosen, and all of their timelines told', async () => {
  const { code, out } = await ask(['--vm', 'web', '--failure', 'node-loss,node-drain']);
  expect(code).toBe(0);
  expect(out.match(/^VM .*/m)?.[0].split(/ {2,}/)).toEqual(['VM', 'objective', 'node drain', 'node loss']);
  expect(out).not.toContain('shop/db');
  expect(out).toContain('\nshop/web · node loss · ');
  expect(out).toContain('unhealthyConditions[1].duration: 60s of NodeHealthCheck workers would make it ');
});

test('what is longer than in a report that was written, or in other manifests, is told with the step that moved', async () => {
  await ask(['--output', 'json=before.json'], '60s');
  folder.write({ 'before/app.yaml': yaml(machine('web', '900s'), nodeHealthCheck('60s')) });
  const before = (await recoveryOf('web', 'node-loss', [], '60s')).outage.worst;
  const after = (await recoveryOf('web', 'node-loss')).outage.worst;
  const difference = `${before} s → ${after} s (+${Math.round((after - before) * 10) / 10} s)`;
  expect(after).toBeGreaterThan(before + 200);
  const { out } = await ask(['--against', 'before.json', '--failure', 'node-loss']);
  expect(out).toContain('\nagainst before.json: 2 longer, 0 shorter\n');
  expect(out).toContain(`· node loss · ${difference} ✗\n    The node has been unhealthy for long enough`);
  expect(out).toContain('unhealthyConditions[1].duration 60s → ');
  const other = await ask(['--against', 'before', '--failure', 'node-loss', '--format', 'markdown']);
  expect(other.out).toContain('\n#### against before: 1 longer, 0 shorter, 1 VM added\n');
  expect(other.out).toContain(`| shop/web | node loss | ${difference} ✓ |`);
});

test('reports go into files as well', async () => {
  const { out } = await ask(['--output', 'markdown=recovery.md', '--output', 'json=recovery.json']);
  expect(out).toMatch(/^VM /);
  expect(readFileSync(join(folder.path(), 'recovery.md'), 'utf8')).toMatch(/^### cdk8s-kubevirt recovery\n/);
  expect(JSON.parse(readFileSync(join(folder.path(), 'recovery.json'), 'utf8')).summary).toMatchObject({ vms: 2 });
});

test.each([
  [['--vm', 'wbe'], '--vm is "wbe": there is no such VM. '],
  [['--failure', 'node-los'], '--failure is "node-los": there is no such failure class. Did you mean node-loss?'],
  [['--fail-on', 'error'], '--fail-on is "error". '],
  [['--format', 'sarif'], '--format is "sarif": there is no such format. '],
  [['--against', 'nowhere'], 'There is no file or folder "nowhere".'],
  [['--cluster', 'nowhere'], '--cluster is "nowhere"'],
])('%j is refused', async (options, message) => {
  const { code, err } = await ask(options);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test.each([
  ['broken.yaml', 'a: [1', 'Nothing is said of recovery: what cannot be read would be missing.'],
  ['empty.yaml', yaml(nodeHealthCheck('60s')), 'There are no VMs in "empty.yaml".'],
])('%s is refused', async (file, text, message) => {
  folder.write({ [file]: text });
  const { code, err } = await call(['recovery', file], { cwd: folder.path() });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('a report that is none is refused', async () => {
  folder.write({ 'old.json': '{"schemaVersion": 1, "recoveries": [{"vm": {"kind": "VirtualMachine"}}]}' });
  const { code, err } = await ask(['--against', 'old.json']);
  expect(code).toBe(2);
  expect(err).toContain('--against is "old.json": this release cannot read that report.');
});

test('secrets in what a field says are not shown', async () => {
  const annotations = { 'cdk8s-kubevirt/recovery-objective': '10s' };
  const userData = '#cloud-config\npassword: hunter2-correct-horse\nbootcmd: [sysctl kernel.panic=10]\n';
  const volumes = [{ name: 'init', cloudInitNoCloud: { userData } }];
  folder.write({ 'vm.yaml': yaml(vm({ volumes }, { metadata: { name: 'web', namespace: 'shop', annotations } })) });
  for (const format of ['text', 'json', 'markdown', 'html']) {
    const { out } = await call(['recovery', 'vm.yaml', '--vm', 'web', '--format', format], { cwd: folder.path() });
    expect(out).toContain('kernel');
    expect(out).not.toContain('hunter2');
  }
});
