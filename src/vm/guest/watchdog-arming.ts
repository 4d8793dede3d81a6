import type { CloudConfigFragment } from './cloud-config';
import type { WatchdogDriver } from './watchdog-driver';

/** Name under which udev makes the watchdog of KubeVirt known, whatever number it has. */
const LINK = 'watchdog-kubevirt';

/**
 * Loads the driver of a watchdog and tells systemd to feed it, now and after every boot.
 *
 * The chipset of q35 machines brings a watchdog of its own (iTCO), which may become `/dev/watchdog0`, the one that
 * systemd opens by default: hence a name of its own for the device that KubeVirt was asked for. systemd takes another name when it is
 * executed again, and not when it is reloaded.
 *
 * With `nowayout` nothing stops a watchdog that runs. Without it a systemd that is executed again, here or when its package is upgraded,
 * leaves the permission to stop the watchdog behind in the kernel, and the watchdog stops should that systemd crash later.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html#RuntimeWatchdogSec=
 * @see https://github.com/systemd/systemd/blob/main/src/shared/watchdog.c (watchdog_close)
 * @see https://github.com/torvalds/linux/blob/master/drivers/watchdog/watchdog_dev.c (watchdog_release, nowayout_store)
 */
export function armWatchdog({ module, identity }: WatchdogDriver, timeoutSeconds: number): CloudConfigFragment {
  const rule = `SUBSYSTEM=="watchdog", ATTR{identity}=="${identity}", ATTR{nowayout}="1", SYMLINK+="${LINK}"\n`;
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
