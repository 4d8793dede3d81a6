import { isEmptySelector, type Labels, matchLabelSelector, matchLabels } from './label-selector';
import { isObject } from './manifest';
import type { VirtualMachineView } from './virtual-machine-view';

/** Finds the VMs whose pods are selected without looking at every VM for each selector. */
export class VirtualMachineIndex {
  private readonly byNamespace = new Map<string, VirtualMachineView[]>();
  private readonly byLabelKey = new Map<string, VirtualMachineView[]>();
  private readonly byLabel = new Map<string, Map<string, VirtualMachineView[]>>();
  private readonly selections = new Map<string, readonly VirtualMachineView[]>();

  public constructor(machines: readonly VirtualMachineView[]) {
    for (const vm of machines) {
      append(this.byNamespace, namespaceKey(vm.namespace), vm);
      for (const key of Object.keys(vm.launcherLabels)) {
        append(this.byLabelKey, key, vm);
      }
    }
  }

  /** The VMs of a namespace whose pods a LabelSelector selects; an empty one selects all, a missing one none. */
  public select(selector: unknown, namespace: string | undefined): readonly VirtualMachineView[] {
    const key = `${namespaceKey(namespace)}\n${JSON.stringify(selector)}`;
    let selection = this.selections.get(key);
    if (selection === undefined) {
      selection = this.search(selector, namespace);
      this.selections.set(key, selection);
    }
    return selection;
  }

  /** The VMs of a namespace whose pods have all of the labels; no labels select none. */
  public selectLabels(labels: Labels, namespace: string | undefined): readonly VirtualMachineView[] {
    return this.candidates(labels, namespace).filter((vm) => matchLabels(labels, vm.launcherLabels));
  }

  private search(selector: unknown, namespace: string | undefined): readonly VirtualMachineView[] {
    const inNamespace = this.byNamespace.get(namespaceKey(namespace)) ?? [];
    if (!isObject(selector)) {
      return [];
    }
    if (isEmptySelector(selector)) {
      return inNamespace;
    }
    const labels = isObject(selector.matchLabels) ? selector.matchLabels : {};
    const candidates = Object.keys(labels).length === 0 ? inNamespace : this.candidates(labels, namespace);
    return candidates.filter((vm) => matchLabelSelector(selector, vm.launcherLabels));
  }

  /** The VMs that have the rarest of the labels. */
  private candidates(labels: Labels, namespace: string | undefined): readonly VirtualMachineView[] {
    let fewest: readonly VirtualMachineView[] | undefined;
    for (const key of Object.keys(labels)) {
      const list = this.withLabel(key).get(valueKey(namespace, labels[key])) ?? [];
      fewest = fewest === undefined || list.length < fewest.length ? list : fewest;
    }
    return fewest ?? [];
  }

  /** The VMs that have a label, by its value; of all the labels of the VMs only few are selected. */
  private withLabel(key: string): Map<string, VirtualMachineView[]> {
    let byValue = this.byLabel.get(key);
    if (byValue === undefined) {
      byValue = new Map();
      for (const vm of this.byLabelKey.get(key) ?? []) {
        append(byValue, valueKey(vm.namespace, vm.launcherLabels[key]), vm);
      }
      this.byLabel.set(key, byValue);
    }
    return byValue;
  }
}

function append(map: Map<string, VirtualMachineView[]>, key: string, vm: VirtualMachineView): void {
  const list = map.get(key);
  if (list) {
    list.push(vm);
  } else {
    map.set(key, [vm]);
  }
}

function namespaceKey(namespace: string | undefined): string {
  return namespace ?? '';
}

function valueKey(namespace: string | undefined, value: string): string {
  return `${namespaceKey(namespace)}\n${value}`;
}
