import { isEmptySelector, matchLabelSelector } from './label-selector';
import { launcherLabels } from './launcher-labels';
import { isObject } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import type { VirtualMachineNode } from './virtual-machine-node';

const INDEXES = new WeakMap<ManifestGraph, VirtualMachineIndex>();

/** Finds the VMs that a LabelSelector selects without looking at every VM for each selector. */
export class VirtualMachineIndex {
  /** The index of a graph, built once. */
  public static of(graph: ManifestGraph): VirtualMachineIndex {
    let index = INDEXES.get(graph);
    if (index === undefined) {
      index = new VirtualMachineIndex(graph);
      INDEXES.set(graph, index);
    }
    return index;
  }

  private readonly byNamespace = new Map<string, VirtualMachineNode[]>();
  private readonly byLabel = new Map<string, VirtualMachineNode[]>();
  private readonly selections = new Map<string, readonly VirtualMachineNode[]>();

  private constructor(graph: ManifestGraph) {
    for (const vm of graph.virtualMachines) {
      append(this.byNamespace, namespaceKey(vm.namespace), vm);
      for (const [key, value] of Object.entries(launcherLabels(vm))) {
        append(this.byLabel, labelKey(vm.namespace, key, value), vm);
      }
    }
  }

  /** The VMs of a namespace whose pods the selector selects; an empty selector selects all, a missing one none. */
  public select(selector: unknown, namespace: string | undefined): readonly VirtualMachineNode[] {
    const key = `${namespaceKey(namespace)}\n${JSON.stringify(selector)}`;
    let selection = this.selections.get(key);
    if (selection === undefined) {
      selection = this.search(selector, namespace);
      this.selections.set(key, selection);
    }
    return selection;
  }

  private search(selector: unknown, namespace: string | undefined): readonly VirtualMachineNode[] {
    const inNamespace = this.byNamespace.get(namespaceKey(namespace)) ?? [];
    if (!isObject(selector)) {
      return [];
    }
    if (isEmptySelector(selector)) {
      return inNamespace;
    }
    const [label] = Object.entries(isObject(selector.matchLabels) ? selector.matchLabels : {});
    const candidates = label === undefined ? inNamespace : (this.byLabel.get(labelKey(namespace, label[0], String(label[1]))) ?? []);
    return candidates.filter((vm) => matchLabelSelector(selector, launcherLabels(vm)));
  }
}

function append(map: Map<string, VirtualMachineNode[]>, key: string, vm: VirtualMachineNode): void {
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

function labelKey(namespace: string | undefined, key: string, value: string): string {
  return `${namespaceKey(namespace)}\n${key}\n${value}`;
}
