/**
 * Timeouts, in whole seconds, that the Linux driver of a watchdog takes, by the field of KubeVirt that stands for the device.
 * systemd gives up a watchdog that refuses its timeout: nothing is armed then.
 *
 * Source: `ESB_HEARTBEAT_MIN` and `_MAX` in Linux' drivers/watchdog/i6300esb.c, `MIN_INTERVAL` and `MAX_INTERVAL` in
 * diag288_wdt.c; `watchdog_update_timeout` in systemd's src/shared/watchdog.c.
 */
export const WATCHDOG_TIMEOUTS = {
  i6300esb: { min: 1, max: 2046 },
  diag288: { min: 15, max: 3600 },
} as const;

/** Name of the program in the guest that tells whether its watchdog is armed, and of the unit of systemd that runs it. */
export const WATCHDOG_CHECK = 'vm-watchdog-check';
