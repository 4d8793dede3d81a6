import type { Duration } from 'cdk8s';

/** What the hypervisor does to a guest that has stopped feeding its watchdog. */
export enum WatchdogAction {
  /**
   * The VM ends as failed and the run strategy starts a new instance, on another node if need be. The failure shows
   * in the API.
   */
  POWEROFF = 'poweroff',

  /** The guest is reset in place: quicker, but nothing outside the guest notices. */
  RESET = 'reset',

  /** The guest is asked to shut down, which one that hangs does not do. */
  SHUTDOWN = 'shutdown',
}

/** Who opens the watchdog device in the guest. A watchdog that nobody opens never fires. */
export enum WatchdogArming {
  /** Cloud-init tells systemd to feed the watchdog; it is part of the cloud-init of the VM, which is added if there is none. */
  CLOUD_INIT = 'cloud-init',

  /** The disk image has a daemon that feeds the watchdog. */
  IMAGE = 'image',
}

/** Options of a watchdog. */
export interface WatchdogDeviceProps {
  /**
   * What happens to a guest that hangs.
   *
   * Sets the `action` of the device.
   *
   * @default WatchdogAction.POWEROFF
   */
  readonly action?: WatchdogAction;

  /**
   * How long the guest may hang. Whole seconds, 1 to 2046 on amd64 (the i6300esb driver takes no more and leaves the
   * timer off without a word), 15 to 3600 on s390x. Where the ClusterProfile tells the architecture, and not the VM itself,
   * the bounds of the architecture are a rule at synth (`watchdog-timeout-unsupported`).
   *
   * Sets `RuntimeWatchdogSec` of systemd in the guest.
   *
   * @default Duration.seconds(60)
   * @see https://www.freedesktop.org/software/systemd/man/latest/systemd-system.conf.html#RuntimeWatchdogSec=
   */
  readonly timeout?: Duration;

  /**
   * Who opens the device in the guest.
   *
   * @default WatchdogArming.CLOUD_INIT
   */
  readonly arming?: WatchdogArming;

  /**
   * Whether cloud-init brings a check into the guest that tells why the watchdog would not fire: it runs after every
   * boot, and a watchdog that is not armed is the failed unit `vm-watchdog-check` with the reason in the journal. Only
   * with `WatchdogArming.CLOUD_INIT`.
   *
   * @default true
   */
  readonly guestCheck?: boolean;

  /**
   * Name of the device within the VM.
   *
   * Sets `watchdog.name`.
   *
   * @default 'watchdog'
   */
  readonly name?: string;
}
