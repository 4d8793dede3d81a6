import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Architecture } from 'cdk8s-kubevirt';
import { dump } from 'js-yaml';
import { opensWatchdog } from '../../../src/admission';
import { type CloudConfigFragment, mergeCloudConfig } from '../../../src/vm/guest/cloud-config';
import { armWatchdog } from '../../../src/vm/guest/watchdog-arming';
import { checkWatchdog, watchdogCheckScript } from '../../../src/vm/guest/watchdog-check';
import { watchdogDriver } from '../../../src/vm/guest/watchdog-driver';

const I6300ESB = { 'bus/pci/devices/0000:08:01.0/device': '0x25ab' };
const ITCO = { 'class/watchdog/watchdog0/identity': 'iTCO_wdt', 'class/watchdog/watchdog0/state': 'active' };
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true });
  }
});

/** Runs the check against a folder that stands for /sys. */
function check(sys: Record<string, string>, architecture = Architecture.AMD64, shell = 'sh') {
  const folder = mkdtempSync(join(tmpdir(), 'watchdog-check-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(sys)) {
    mkdirSync(dirname(join(folder, 'sys', path)), { recursive: true });
    writeFileSync(join(folder, 'sys', path), `${content}\n`);
  }
  const script = join(folder, 'check');
  writeFileSync(script, watchdogCheckScript(watchdogDriver(architecture)));
  const { status, stdout, stderr } = spawnSync(shell, [script, join(folder, 'sys')], { encoding: 'utf8' });
  return { status, stdout: stdout.replace(/kernel \S+ /, 'kernel <release> '), stderr };
}

function watchdog(number: number, identity: string, state: string) {
  return { [`class/watchdog/watchdog${number}/identity`]: identity, [`class/watchdog/watchdog${number}/state`]: state };
}

test('is content with a watchdog that is fed', () => {
  const said = { status: 0, stdout: 'watchdog: i6300ESB timer is armed\n', stderr: '' };
  expect(check({ ...I6300ESB, ...watchdog(0, 'i6300ESB timer', 'active') })).toEqual(said);
});

test('finds the watchdog behind another one', () => {
  const said = { status: 0, stdout: 'watchdog: i6300ESB timer is armed\n', stderr: '' };
  expect(check({ ...I6300ESB, ...ITCO, ...watchdog(1, 'i6300ESB timer', 'active') })).toEqual(said);
});

test('tells that nobody feeds the watchdog, though another one is fed', () => {
  const said = { status: 1, stdout: 'watchdog: nobody feeds i6300ESB timer (/dev/watchdog1)\n', stderr: '' };
  expect(check({ ...I6300ESB, ...ITCO, ...watchdog(1, 'i6300ESB timer', 'inactive') })).toEqual(said);
});

test('names the driver that the kernel lacks', () => {
  const stdout = 'watchdog: kernel <release> has no driver i6300esb: install its extra modules\n';
  expect(check({ ...I6300ESB, ...ITCO })).toEqual({ status: 2, stdout, stderr: '' });
  expect(check(I6300ESB)).toEqual({ status: 2, stdout, stderr: '' });
});

test('tells that the VM has no such watchdog', () => {
  const said = { status: 3, stdout: 'watchdog: this VM has none\n', stderr: '' };
  expect(check({ 'bus/pci/devices/0000:00:00.0/device': '0x29c0' })).toEqual(said);
  expect(check({})).toEqual(said);
});

test('knows the watchdog of IBM Z', () => {
  expect(check(watchdog(0, 'z Watchdog', 'active'), Architecture.S390X).stdout).toBe('watchdog: z Watchdog is armed\n');
  expect(check({}, Architecture.S390X)).toEqual({
    status: 2,
    stdout: 'watchdog: kernel <release> has no driver diag288_wdt: install its extra modules\n',
    stderr: '',
  });
});

test('says the same under bash', () => {
  const stdout = 'watchdog: kernel <release> has no driver i6300esb: install its extra modules\n';
  expect(check({ ...I6300ESB, ...ITCO }, Architecture.AMD64, 'bash')).toEqual({ status: 2, stdout, stderr: '' });
  expect(check({ ...I6300ESB, ...watchdog(0, 'i6300ESB timer', 'active') }, Architecture.AMD64, 'bash').status).toBe(0);
});

describe('the check arms nothing', () => {
  /** User data, as text in lines or as JSON. */
  const userData = (isJson: boolean, ...fragments: CloudConfigFragment[]) => {
    const config = mergeCloudConfig({}, fragments);
    return `#cloud-config\n${isJson ? JSON.stringify(config) : dump(config)}`;
  };

  test.each([
    [Architecture.AMD64, false],
    [Architecture.AMD64, true],
    [Architecture.S390X, false],
    [Architecture.S390X, true],
  ])('on %s, as JSON: %s', (architecture, isJson) => {
    const driver = watchdogDriver(architecture);
    expect(opensWatchdog([userData(isJson, checkWatchdog(driver))])).toBe(false);
    expect(opensWatchdog([userData(isJson, checkWatchdog(driver), armWatchdog(driver, 30))])).toBe(true);
  });

  test('and neither does what looks at a watchdog otherwise', () => {
    expect(opensWatchdog(['#cloud-config\nruncmd: ["cat /sys/class/watchdog/*/state"]\n'])).toBe(false);
    expect(opensWatchdog(['#cloud-config\npackages: [watchdog]\n'])).toBe(true);
    expect(opensWatchdog(['#cloud-config\nruncmd: ["my-feeder /dev/watchdog0"]\n'])).toBe(true);
  });
});
