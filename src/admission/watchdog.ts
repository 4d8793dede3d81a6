import { WATCHDOG_DEVICES } from '../facts';
import { isObject, type VirtualMachineView } from '../graph';
import { WATCHDOG_ACTION } from './defaults';

/** The watchdog device of a VM. */
export interface WatchdogOfMachine {
  /** What happens when the guest stops feeding it. */
  readonly action: string;
  /** Manifest path of the action. */
  readonly actionPath: string;
}

/** The watchdog device of a VM; undefined when it has none. */
export function watchdogOf(vm: VirtualMachineView): WatchdogOfMachine | undefined {
  const { watchdog } = vm.devices;
  if (!isObject(watchdog)) {
    return undefined;
  }
  const device = WATCHDOG_DEVICES.find((candidate) => isObject(watchdog[candidate])) ?? WATCHDOG_DEVICES[0];
  return {
    action: watchdog[device]?.action ?? WATCHDOG_ACTION,
    actionPath: vm.path(`domain.devices.watchdog.${device}.action`),
  };
}
