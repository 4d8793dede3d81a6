import { askedKeys } from '../admission';
import type { PodSelector, VirtualMachineView } from '../graph';

/**
 * Which labels of a VM have been told of. A label that many selectors ask for is one fault: it is told for the first of them of each
 * kind, because what it comes to differs between kinds.
 */
export class ToldLabels {
  private readonly told = new Map<VirtualMachineView, Set<string>>();

  /** The VMs of which something that the selector asks for has not been told yet. From now on it has. */
  public untold({ selector, manifest }: PodSelector, machines: readonly VirtualMachineView[]): VirtualMachineView[] {
    const asked = askedKeys(selector).map((key) => `${manifest.kind} ${key}`);
    return machines.filter((vm) => {
      const told = this.told.get(vm) ?? new Set();
      const isNew = asked.some((key) => !told.has(key));
      if (isNew) {
        this.told.set(vm, new Set([...told, ...asked]));
      }
      return isNew;
    });
  }
}
