import type { CloudConfigFragment } from './cloud-init';

/**
 * Loads the driver of a watchdog and tells systemd to feed it, now and after every boot.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html#RuntimeWatchdogSec=
 */
export function armWatchdog(driver: string, timeoutSeconds: number): CloudConfigFragment {
  return {
    writeFiles: [
      { path: '/etc/modules-load.d/watchdog.conf', content: `${driver}\n` },
      { path: '/etc/systemd/system.conf.d/50-watchdog.conf', content: `[Manager]\nRuntimeWatchdogSec=${timeoutSeconds}s\n` },
    ],
    runCommands: [
      ['modprobe', driver],
      ['systemctl', 'daemon-reexec'],
    ],
  };
}
