import { Architecture } from '../../cluster';

/** A watchdog as the kernel of the guest knows it. */
export interface WatchdogDriver {
  /** Field of the VM's watchdog that stands for it. */
  readonly device: 'i6300esb' | 'diag288';
  /** Name of the kernel module. */
  readonly module: string;
  /** What `/sys/class/watchdog/<name>/identity` says. */
  readonly identity: string;
  /** PCI device id, of those on the PCI bus. */
  readonly pciDevice?: string;
  /** Timeouts that the driver takes, in seconds. */
  readonly timeouts: { readonly min: number; readonly max: number };
}

const I6300ESB: WatchdogDriver = {
  device: 'i6300esb',
  module: 'i6300esb',
  identity: 'i6300ESB timer',
  pciDevice: '0x25ab',
  timeouts: { min: 1, max: 2046 },
};

const DIAG288: WatchdogDriver = {
  device: 'diag288',
  module: 'diag288_wdt',
  identity: 'z Watchdog',
  timeouts: { min: 15, max: 3600 },
};

/** The driver that a guest of the architecture needs. */
export function watchdogDriver(architecture: Architecture): WatchdogDriver {
  return architecture === Architecture.S390X ? DIAG288 : I6300ESB;
}
