import type { VirtualMachineView } from '../graph';

/** The strategy under which the VM runs; undefined for a bare VirtualMachineInstance and when none is given. */
export function runStrategyOf(vm: VirtualMachineView): string | undefined {
  const { runStrategy, running } = vm.vmSpec ?? {};
  if (typeof runStrategy === 'string') {
    return runStrategy;
  }
  if (typeof running === 'boolean') {
    return running ? 'Always' : 'Halted';
  }
  return undefined;
}

/** Manifest path of the field that decides how the VM is kept running. */
export function runStrategyPath(vm: VirtualMachineView): string {
  return vm.vmFieldPath(vm.vmSpec?.running === undefined ? 'runStrategy' : 'running');
}
