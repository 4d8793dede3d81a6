import { isObject, type VirtualMachineView } from '../graph';

const DEVICES = ['i6300esb', 'diag288'] as const;
const DEFAULT_ACTION = 'reset';

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
  const device = DEVICES.find((candidate) => isObject(watchdog[candidate])) ?? DEVICES[0];
  return {
    action: watchdog[device]?.action ?? DEFAULT_ACTION,
    actionPath: vm.path(`domain.devices.watchdog.${device}.action`),
  };
}
