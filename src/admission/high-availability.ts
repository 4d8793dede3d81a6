import { IntentAnnotation } from '../facts';
import type { VirtualMachineView } from '../graph';

/** Whether the author of the VM says that it has to survive the failures that a cluster can recover from. */
export function isHighlyAvailable(vm: VirtualMachineView): boolean {
  return vm.annotations[IntentAnnotation.HIGH_AVAILABILITY] === 'true';
}

/** Whether the image of the VM is known to open the watchdog device by itself. */
export function isWatchdogArmedByImage(vm: VirtualMachineView): boolean {
  return vm.annotations[IntentAnnotation.WATCHDOG_ARMED_BY] === 'image';
}
