import { WATCHDOG_CHECK } from '../../facts';
import type { CloudConfigFragment } from './cloud-config';
import type { WatchdogDriver } from './watchdog-driver';

/** Where the check is in the guest. */
export const WATCHDOG_CHECK_PATH = `/usr/local/sbin/${WATCHDOG_CHECK}`;

const UNIT = `${WATCHDOG_CHECK}.service`;
const UNIT_FILE = `[Unit]
Description=Check that the watchdog of this VM is armed

[Service]
Type=oneshot
ExecStart=${WATCHDOG_CHECK_PATH}

[Install]
WantedBy=multi-user.target
`;

/** Puts the check into the guest and runs it after every boot: a watchdog that is not armed is a failed unit. */
export function checkWatchdog(driver: WatchdogDriver): CloudConfigFragment {
  return {
    writeFiles: [
      { path: WATCHDOG_CHECK_PATH, permissions: '0755', content: watchdogCheckScript(driver) },
      { path: `/etc/systemd/system/${UNIT}`, content: UNIT_FILE },
    ],
    runCommands: [['systemctl', 'enable', '--now', '--no-block', UNIT]],
  };
}

/**
 * A shell script that tells why a watchdog would not fire. Exit status: 0 armed, 1 nobody feeds it, 2 the kernel has no
 * driver for it, 3 the VM has no watchdog. Its argument is the folder that stands for `/sys`.
 */
export function watchdogCheckScript({ module, identity, pciDevice }: WatchdogDriver): string {
  return `#!/bin/sh
sys=\${1:-/sys}
say() { echo "watchdog: $1"; exit "$2"; }
for dog in "$sys"/class/watchdog/*; do
  [ "$(cat "$dog/identity" 2>/dev/null)" = "${identity}" ] || continue
  [ "$(cat "$dog/state" 2>/dev/null)" = active ] && say "${identity} is armed" 0
  say "nobody feeds ${identity} (/dev/\${dog##*/})" 1
done
${pciDevice === undefined ? '' : missingDevice(pciDevice)}say "kernel $(uname -r) has no driver ${module}: install its extra modules" 2
`;
}

function missingDevice(pciDevice: string): string {
  return `grep -qsx ${pciDevice} "$sys"/bus/pci/devices/*/device || say "this VM has none" 3\n`;
}
