import { type Duration, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Architecture } from '../../cluster';
import { Arguments, checkConstruction } from '../../errors';
import { IntentAnnotation } from '../../facts';
import type { Watchdog } from '../../imports';
import { dnsLabel } from '../dns-label';
import type { VirtualMachineWorkload } from '../virtual-machine-workload';
import type { CloudConfigFragment } from './cloud-config';
import { armWatchdog } from './watchdog-arming';
import { checkWatchdog, WATCHDOG_CHECK_PATH } from './watchdog-check';
import { type WatchdogDriver, watchdogDriver, watchdogTimeouts } from './watchdog-driver';

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

const DEFAULT_TIMEOUT_SECONDS = 60;

/**
 * A watchdog in a virtual machine: it notices a guest whose kernel or init hangs, which no probe of an application
 * and no node health check does.
 *
 * The device follows the architecture of the VM: Intel 6300ESB on amd64, diag288 on s390x. On arm64 KubeVirt has none and
 * a rule refuses the VM. The guest needs the driver (`i6300esb` or `diag288_wdt`), which kernels built for clouds often
 * lack: the check in the guest says so.
 *
 * Sets `spec.template.spec.domain.devices.watchdog`.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/liveness_and_readiness_probes/#defining-a-watchdog
 */
export class WatchdogDevice extends Construct {
  /**
   * Where the check is in the guest, for a probe that fails while the watchdog is not armed:
   * `Probe.fromCommand([WatchdogDevice.CHECK_PATH])`. It exits with 0 when the watchdog is armed, 1 when nobody feeds it,
   * 2 when the kernel has no driver for it and 3 when the VM has none, and says so.
   */
  public static readonly CHECK_PATH: string = WATCHDOG_CHECK_PATH;

  /** What happens to a guest that hangs. */
  public readonly action: WatchdogAction;
  /** Name of the device within the VM. */
  public readonly name: string;

  /**
   * @param vm the virtual machine, or the pool of them, that gets the watchdog
   * @param id id of the construct
   * @param props options
   * @throws when the VM has a watchdog already, or the timeout is out of the range of the driver
   */
  public constructor(vm: VirtualMachineWorkload, id: string, props: WatchdogDeviceProps = {}) {
    checkConstruction('WatchdogDevice', vm, id, props);
    super(vm, id);
    const args = new Arguments(() => this.node.path);
    const timeouts = watchdogTimeouts(vm._ownArchitecture);
    const timeoutSeconds = args.seconds('timeout', props.timeout, timeouts) ?? DEFAULT_TIMEOUT_SECONDS;
    this.action = props.action ?? WatchdogAction.POWEROFF;
    this.name = dnsLabel(args, 'name', props.name ?? 'watchdog');

    const device = Lazy.any({ produce: () => this.device(vm.architecture) });
    vm._setWatchdog(args, device);
    if (props.arming === WatchdogArming.IMAGE) {
      vm.metadata.addAnnotation(IntentAnnotation.WATCHDOG_ARMED_BY, 'image');
    } else {
      const needsCheck = props.guestCheck ?? true;
      vm._addCloudConfig((architecture) => inGuest(watchdogDriver(architecture), timeoutSeconds, needsCheck));
    }
  }

  private device(architecture: Architecture): Watchdog {
    return { name: this.name, [watchdogDriver(architecture).device]: { action: this.action } };
  }
}

/** What the guest gets: the driver and who feeds it, and the check if it is wanted. */
function inGuest(driver: WatchdogDriver, timeoutSeconds: number, needsCheck: boolean): CloudConfigFragment[] {
  return [armWatchdog(driver, timeoutSeconds), ...(needsCheck ? [checkWatchdog(driver)] : [])];
}
