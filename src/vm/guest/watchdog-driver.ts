import { Architecture } from '../../cluster';
import type { Range } from '../../errors';
import { WATCHDOG_TIMEOUTS } from '../../facts';

/** A watchdog as the kernel of the guest knows it. */
export interface WatchdogDriver {
  /** Field of the VM's watchdog that stands for it. */
  readonly device: keyof typeof WATCHDOG_TIMEOUTS;
  /** Name of the kernel module. */
  readonly module: string;
  /** What `/sys/class/watchdog/<name>/identity` says. */
  readonly identity: string;
  /** PCI device id, of those on the PCI bus. */
  readonly pciDevice?: string;
}

const I6300ESB: WatchdogDriver = {
  device: 'i6300esb',
  module: 'i6300esb',
  identity: 'i6300ESB timer',
  pciDevice: '0x25ab',
};

const DIAG288: WatchdogDriver = {
  device: 'diag288',
  module: 'diag288_wdt',
  identity: 'z Watchdog',
};

/** The driver that a guest of the architecture needs. */
export function watchdogDriver(architecture: Architecture): WatchdogDriver {
  return architecture === Architecture.S390X ? DIAG288 : I6300ESB;
}

/** The timeouts that the driver takes; of a VM whose architecture only the cluster tells, those that one of the drivers takes. */
export function watchdogTimeouts(architecture: Architecture | undefined): Range {
  const { i6300esb, diag288 } = WATCHDOG_TIMEOUTS;
  return architecture === undefined ? { min: i6300esb.min, max: diag288.max } : WATCHDOG_TIMEOUTS[watchdogDriver(architecture).device];
}
