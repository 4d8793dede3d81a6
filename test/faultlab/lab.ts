import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { leaveOut } from '../support/leave-out';
import type { Boot } from './qemu-arguments';

/** Where `scripts/faultlab.sh` puts the guests; not there where something for it is missing. */
const BUILT = resolve(__dirname, '../../dist/faultlab');

/** A guest that was built: the kernel and what it boots. */
export function bootOf(kind: string, ...words: string[]): Boot {
  const folder = join(BUILT, kind);
  // A kernel that waits too long for a processor takes its timer for broken.
  const commandLine = ['console=ttyS0', 'quiet', 'no_timer_check', ...words].join(' ');
  return { kernel: join(folder, 'vmlinuz'), initrd: join(folder, 'initrd.img'), commandLine };
}

/** The version of the guest's kernel. */
export function versionOf(kind: string): string {
  return readFileSync(join(BUILT, kind, 'version'), 'utf8').trim();
}

/** Describes tests with a real guest; where there is none, a warning and a test by that name say why. */
export function describeGuests(kind: string, name: string, tests: () => void): void {
  const isMissing = () => !existsSync(join(BUILT, kind, 'initrd.img'));
  if (isMissing()) {
    leaveOut(name, `NO GUEST ${kind} (\`npm run test:faults\` builds it, with QEMU and packages of Debian)`, isMissing);
  } else {
    describe(name, tests);
  }
}

/** The same with guests for which a quick run has no time. */
export function describeSlowGuests(kind: string, name: string, tests: () => void): void {
  if (isQuickRun()) {
    leaveOut(name, 'NO TIME (FAULTS=quick)', isQuickRun);
  } else {
    describeGuests(kind, name, tests);
  }
}

/** The same with guests that libvirt manages, where it is there. */
export function describeLibvirt(name: string, tests: () => void): void {
  const isMissing = () => spawnSync('libvirtd', ['--version']).status !== 0;
  if (isMissing()) {
    leaveOut(name, 'NO libvirtd AND virsh (libvirt-daemon, libvirt-clients)', isMissing);
  } else {
    describeSlowGuests('micro', name, tests);
  }
}

/** Whether only the quickest are wanted. */
export function isQuickRun(): boolean {
  return process.env.FAULTS === 'quick';
}
