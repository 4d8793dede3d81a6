import type { CloudConfigFragment } from './cloud-config';
import type { WatchdogDriver } from './watchdog-driver';

/** Name under which udev makes the watchdog of KubeVirt known, whatever number it has. */
const LINK = 'watchdog-kubevirt';

/**
 * Loads the driver of a watchdog and tells systemd to feed it, now and after every boot.
 *
 * The chipset of q35 machines brings a watchdog of its own (iTCO), which may become `/dev/watchdog0`, the one that
 * systemd opens by default: hence a name of its own for the device that KubeVirt was asked for.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html#RuntimeWatchdogSec=
 */
export function armWatchdog({ module, identity }: WatchdogDriver, timeoutSeconds: number): CloudConfigFragment {
  const rule = `SUBSYSTEM=="watchdog", ATTR{identity}=="${identity}", SYMLINK+="${LINK}"\n`;
  const manager = `[Manager]\nRuntimeWatchdogSec=${timeoutSeconds}s\nWatchdogDevice=/dev/${LINK}\n`;
  return {
    writeFiles: [
      { path: '/etc/modules-load.d/watchdog.conf', content: `${module}\n` },
      { path: '/etc/udev/rules.d/60-watchdog.rules', content: rule },
      { path: '/etc/systemd/system.conf.d/50-watchdog.conf', content: manager },
    ],
    runCommands: [
      ['modprobe', module],
      ['udevadm', 'control', '--reload'],
      ['udevadm', 'trigger', '--settle', '--subsystem-match=watchdog'],
      ['systemctl', 'daemon-reexec'],
    ],
  };
}
