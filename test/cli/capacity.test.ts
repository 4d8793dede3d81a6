import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { instance, node, vm } from '../capacity/clusters';
import { call, temporaryFolder } from './harness';

const folder = temporaryFolder();

/** Writes a cluster and VMs, and asks. */
async function ask(options: readonly string[], cluster: object, manifests: readonly object[]) {
  folder.write({ 'cluster.yaml': stringify(cluster), 'vms.yaml': manifests.map((manifest) => stringify(manifest)).join('---\n') });
  return call(['capacity', 'vms.yaml', '--cluster', 'cluster.yaml', ...options], { cwd: folder.path() });
}

const nodes = ['one', 'two', 'three'].map((name) => node(name, { memory: 32 }));
const podRequests = nodes.map(({ metadata }) => ({ node: metadata.name, requests: { cpu: '0', memory: '0', pods: '0' } }));
const cluster = { kubevirt: '1.8', objects: nodes, podRequests };
const fitting = [vm('web'), instance('web', 'one')];
const large = [...fitting, vm('db', { memory: 30 }), instance('db', 'two'), vm('mail', { memory: 12 }), instance('mail', 'three')];

test('it ends with 0 where all fit, and with 1 where something does not', async () => {
  expect((await ask([], cluster, fitting)).code).toBe(0);
  const { code, out } = await ask([], cluster, large);
  expect(code).toBe(1);
  expect(out).toContain('does not fit: 1 of 1 VM finds no host: shop/db (needs 30 GiB of memory on one host; largest gap 24 GiB)');
  expect(out).toContain('3 VMs on 3 hosts, reckoned for KubeVirt 1.8 and 1 host failure: does not fit');
});

test('what is needed is told with the digits in which it is more than there is', async () => {
  const narrow = ['one', 'two'].map((name) => node(name, { memory: 23.9 }));
  const { out } = await ask([], { ...cluster, objects: narrow }, [vm('db', { memory: 23.91 }), instance('db', 'one')]);
  expect(out).toContain('shop/db (needs 23.91 GiB of memory on one host; largest gap 23.9 GiB)');
});

test('a host that is left out because it is cordoned is named, one with a VM is not left out', async () => {
  const cordoned = [nodes[0], ...nodes.slice(1).map((host) => ({ ...host, spec: { unschedulable: true } }))];
  const { out } = await ask([], { ...cluster, objects: cordoned }, [...fitting, vm('db'), instance('db', 'two')]);
  expect(out).toContain('left out: three, cordoned: no VM is started there\n');
  expect(out).toContain('2 VMs on 2 hosts');
  expect((await ask([], cluster, fitting)).out).not.toContain('left out');
});

test('the instances of a cluster say where its VMs run', async () => {
  const { out } = await ask(['--format', 'json'], cluster, large);
  const report = JSON.parse(out);
  expect(report).toMatchObject({ schemaVersion: 1, verdict: 'does not fit', hostFailures: 1, vms: 3, added: { count: 1, like: 'one' } });
  expect(report.losses.map(({ loss, placed }: any) => [loss.hosts[0], placed])).toEqual([
    ['one', [{ vm: 'shop/web', host: 'three' }]],
    ['two', []],
    ['three', [{ vm: 'shop/mail', host: 'one' }]],
  ]);
  expect(report.hosts[0]).toMatchObject({ host: 'one', vms: 1, isReady: true });
  expect(report.hosts[0].shares).toContainEqual({ resource: 'memory', used: 8 * 1024 ** 3, allocatable: 32 * 1024 ** 3 });
});

test('pairs are looked at where two hosts may fail', async () => {
  const { out } = await ask(['--host-failures', '2'], cluster, large);
  expect(out).toContain('\n3 sets of several hosts: 0 fit\n');
  expect(out).toContain('\none and two: does not fit: 1 of 2 VMs finds no host: shop/db');
  expect((await ask(['--host-failures', '0'], cluster, large)).code).toBe(0);
});

test('the profile says how many hosts may fail', async () => {
  expect((await ask([], { ...cluster, hostFailuresTolerated: 0 }, large)).code).toBe(0);
});

test('Markdown for a pull request', async () => {
  const { out } = await ask(['--format', 'markdown'], cluster, fitting);
  expect(out).toBe(
    [
      '### cdk8s-kubevirt capacity',
      '',
      '**fits**: 1 VM on 3 hosts, reckoned for KubeVirt 1.8 and 1 host failure.',
      '',
      '| host | zone | VMs | memory | CPU | pods | when it is lost |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| `one` | - | 1 | 25 % | 0 % | 0 % | fits: 1 VM moves, fullest host 25 % of memory |',
      '| `two` | - | 0 | 0 % | 0 % | 0 % | fits: no VM has to move, fullest host 25 % of memory |',
      '| `three` | - | 0 | 0 % | 0 % | 0 % | fits: no VM has to move, fullest host 25 % of memory |',
      '',
      '- largest pod that still fits: 32 GiB of memory now, 32 GiB of memory after the worst of these failures',
      '- assumed: that VMs run on all nodes: none has the labels of virt-handler',
      '- assumed: that of the other pods of a lost host none needs a place',
      '',
    ].join('\n'),
  );
});

test('drains, health checks and quotas are told', async () => {
  const check = {
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
    metadata: { name: 'workers' },
    spec: { minHealthy: 3, selector: { matchExpressions: [{ key: 'none', operator: 'DoesNotExist' }] } },
  };
  const quota = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'most', namespace: 'shop' },
    spec: { hard: { 'requests.memory': '60Gi' } },
  };
  const { out } = await ask([], cluster, [...large, check, quota]);
  expect(out).toContain(
    '\na drain of two stops: 1 of 1 VM cannot move, such as shop/db (needs 30 GiB of memory on one host; largest gap 24 GiB)\n',
  );
  expect(out).toContain(
    '\nNodeHealthCheck workers remediates nothing when one is lost: 1 of its 3 nodes are gone then, and minHealthy 3 allows 0; the VMs there ' +
      'are not started elsewhere until somebody acts\n',
  );
  expect(out).toContain(
    '\nquota most of shop has no room for a migration: 50 GiB of memory used, 30 GiB of memory more for the largest VM, 60 GiB of memory allowed\n',
  );
});

test('health checks go on, or not, with the hosts and the zones that are asked about', async () => {
  const zoned = ['a', 'a', 'b', 'b'].map((zone, index) => node(`${zone}${index}`, { memory: 32, zone }));
  const machines = {
    apiVersion: 'machine.openshift.io/v1beta1',
    kind: 'MachineHealthCheck',
    metadata: { name: 'machines', namespace: 'openshift-machine-api' },
    spec: { maxUnhealthy: '50%', selector: { matchLabels: { 'machine.openshift.io/cluster-api-machine-role': 'worker' } } },
  };
  const told = async (maxUnhealthy: unknown, ...options: string[]) => {
    const check = { ...machines, spec: { ...machines.spec, maxUnhealthy } };
    const { out } = await ask(options, { kubevirt: '1.8', objects: zoned, podRequests: [] }, [vm('web'), instance('web', 'a0'), check]);
    return out.split('\n').filter((line) => line.startsWith('MachineHealthCheck'));
  };
  expect(await told('50%')).toEqual(['MachineHealthCheck machines goes on whichever of its nodes are lost: each host, and each zone']);
  const [zone, ...others] = await told('25%');
  expect(zone).toMatch(
    /^MachineHealthCheck machines remediates nothing when zone a is lost: 2 of its 4 nodes are gone then, and maxUnhealthy 25% allows 1/,
  );
  expect(others.length).toBe(1);
  expect((await told(1, '--host-failures', '2')).length).toBe(8);
});

test('names do nothing to a terminal, a pipeline or a page', async () => {
  const evil = '\u001b[31m::error::x|<b>`\u202e';
  const hostile = [{ ...vm('web', { memory: 60 }), metadata: { name: evil, namespace: 'shop' } }];
  const labelled = { ...cluster, objects: [...nodes.slice(1), node('::warning::one', { zone: '\u001b]8;;x\n::error::', memory: 32 })] };
  for (const format of ['text', 'json', 'markdown']) {
    const { out } = await ask(['--format', format], labelled, hostile);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
    expect(out).not.toMatch(/^\s*::/m);
    expect(format === 'markdown' ? out : '').not.toContain('<b>');
  }
});

test('a report goes into a file as well', async () => {
  const { out, code } = await ask(['--output', 'markdown=capacity.md'], cluster, fitting);
  expect(code).toBe(0);
  expect(out).toContain('host failure: fits');
  expect(readFileSync(join(folder.path(), 'capacity.md'), 'utf8')).toContain('**fits**');
});

test.each([
  [['--host-failures', 'all'], '--host-failures is "all". Write how many hosts may fail at the same time, such as 1.\n'],
  [['--format', 'txt'], '--format is "txt": there is no such format. '],
  [
    ['--cluster', 'kubevirt:1.8'],
    'Nobody says which hosts there are. Write a profile of the cluster with "npx cdk8s-kubevirt profile", and name it with --cluster.\n',
  ],
])('%j is refused', async (options, message) => {
  const { code, err } = await ask(options, cluster, fitting);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('what cannot be read would be missing', async () => {
  folder.write({ 'cluster.yaml': stringify(cluster), 'vms.yaml': 'a: [1' });
  const { code, err } = await call(['capacity', 'vms.yaml', '--cluster', 'cluster.yaml'], { cwd: folder.path() });
  expect(code).toBe(2);
  expect(err).toContain('Nothing is said of capacity: what cannot be read would be missing.');
});
