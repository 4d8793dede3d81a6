import type { VirtualMachineWorkload } from '../virtual-machine-workload';
import { WatchdogDevice } from './watchdog-device';
import type { WatchdogDeviceProps } from './watchdog-options';

/** Gives a VM the watchdog of its options, if there is one. */
export function addOwnWatchdog(vm: VirtualMachineWorkload, watchdog: WatchdogDeviceProps | undefined): void {
  if (watchdog !== undefined) {
    new WatchdogDevice(vm, 'WatchdogDevice', watchdog);
  }
}
