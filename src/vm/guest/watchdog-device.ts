import { Lazy } from 'cdk8s';
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
import { WatchdogAction, WatchdogArming, type WatchdogDeviceProps } from './watchdog-options';

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
   * @throws when the VM has a watchdog already (`watchdog-twice`), or the timeout is out of the range of the driver (`out-of-range`)
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
