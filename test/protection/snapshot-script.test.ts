import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SNAPSHOT_SCRIPT } from '../../src/protection/snapshot-script';

/**
 * A kubectl that keeps the snapshots in a file, a line `<name> <ready>` each, and notes how it was called. A new snapshot
 * becomes what the file `becomes` says; a failing delete is asked for with the file `refuse-delete`.
 */
const FAKE_KUBECTL = `#!/bin/sh
echo "$*" >> calls
case "$1" in
  create) cat > created; name=$(sed -n "s/^  name: '\\(.*\\)'/\\1/p" created); echo "$name $(cat becomes)" >> snapshots ;;
  get) cat snapshots ;;
  delete) [ ! -e refuse-delete ] || exit 1; grep -v "^$3 " snapshots > left; mv left snapshots ;;
esac
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-kubectl-'));
  write('kubectl', FAKE_KUBECTL);
  write('sleep', '#!/bin/sh\n');
  write('snapshots', '');
  write('becomes', 'true\n');
  chmodSync(join(folder, 'kubectl'), 0o755);
  chmodSync(join(folder, 'sleep'), 0o755);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function snapshots(): string[] {
  return read('snapshots').trim().split('\n').sort();
}

function run(keep: number, odd: Readonly<Record<string, string>> = {}) {
  const path = `${folder}:${process.env.PATH}`;
  const env = { PATH: path, VIRTUAL_MACHINE: 'web', SERIES: 'nightly', KEEP: String(keep), TIMEOUT: '10', ...odd };
  return spawnSync('/bin/sh', ['-c', SNAPSHOT_SCRIPT], { cwd: folder, env, encoding: 'utf8' });
}

test('takes a snapshot called after the VM and the time', () => {
  expect(run(3).status).toBe(0);
  const created = parse(read('created'));
  expect(created).toEqual({
    apiVersion: 'snapshot.kubevirt.io/v1beta1',
    kind: 'VirtualMachineSnapshot',
    metadata: { name: expect.stringMatching(/^web-\d{14}$/), labels: { 'cdk8s-kubevirt/snapshot-series': 'nightly' } },
    spec: { failureDeadline: '10s', source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web' } },
  });
});

test('asks for the snapshots of its series only, and needs no right beyond create, list and delete', () => {
  write('snapshots', 'web-20260101000000 true\n');
  run(1);
  const calls = read('calls').trim().split('\n');
  expect(calls[0]).toBe('create --filename=-');
  expect(calls[1]).toContain('get virtualmachinesnapshots.snapshot.kubevirt.io --selector=cdk8s-kubevirt/snapshot-series=nightly');
  expect(calls.at(-1)).toBe('delete virtualmachinesnapshots.snapshot.kubevirt.io web-20260101000000 --wait=false');
});

test('keeps the newest ones and deletes the others', () => {
  write('snapshots', 'web-20260103000000 true\nweb-20260101000000 true\nweb-20260102000000 true\n');
  expect(run(2).status).toBe(0);
  expect(snapshots()).toEqual(['web-20260103000000 true', expect.stringMatching(/^web-\d{14} true$/)]);
});

test('deletes nothing while there are fewer than it keeps', () => {
  write('snapshots', 'web-20260101000000 true\n');
  run(7);
  expect(snapshots()).toHaveLength(2);
});

test('counts only snapshots that are ready, and deletes failed ones', () => {
  write('snapshots', 'web-20260101000000 true\nweb-20260102000000 false\nweb-20260103000000 \n');
  run(2);
  expect(snapshots()).toEqual(['web-20260101000000 true', expect.stringMatching(/^web-\d{14} true$/)]);
});

test('fails, and deletes nothing, when the new snapshot does not get ready', () => {
  write('becomes', 'false\n');
  write('snapshots', 'web-20260101000000 true\nweb-20260102000000 true\n');
  const { status, stderr } = run(1);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^snapshot web-\d{14} is not ready after 10 seconds; no older snapshot is deleted$/m);
  expect(snapshots()).toHaveLength(3);
});

test('fails when a snapshot cannot be deleted', () => {
  write('refuse-delete', '');
  write('snapshots', 'web-20260101000000 true\n');
  expect(run(1).status).not.toBe(0);
});

test('fails when the snapshot cannot be made', () => {
  write('kubectl', '#!/bin/sh\n[ "$1" != create ]\n');
  expect(run(1).status).not.toBe(0);
});

describe('does nothing at all with', () => {
  const names = [
    '',
    '-web',
    'Web',
    'web$(touch owned)',
    'web`touch owned`',
    'web; touch owned',
    "web'\ntouch owned\n'",
    "web'\n  namespace: 'other",
    'web nightly',
    'web\nerror: forged',
    '../web',
    '$IFS',
    '*',
  ];
  const counts = ['', '0', '-1', '007', '7 ', 'seven', '1e3', '7\n', '$(touch owned)', '7 || true', '99999999999999999999'];
  const cases = [
    ...names.flatMap((value) => [
      ['VIRTUAL_MACHINE', value, 'VIRTUAL_MACHINE is no name of a VM; nothing was done\n'],
      ['SERIES', value, 'SERIES is no name of a series; nothing was done\n'],
    ]),
    ...counts.flatMap((value) => ['KEEP', 'TIMEOUT'].map((name) => [name, value, `${name} is no number above 0; nothing was done\n`])),
  ] as [string, string, string][];

  test.each(cases)('%s: %j', (name, value, text) => {
    write('snapshots', 'web-20260101000000 true\nweb-20260102000000 true\n');
    const { status, stderr } = run(1, { [name]: value });
    expect([status, stderr]).toEqual([1, text]);
    expect(readdirSync(folder).sort()).toEqual(['becomes', 'kubectl', 'sleep', 'snapshots']);
    expect(snapshots()).toHaveLength(2);
  });
});
