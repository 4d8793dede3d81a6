import { isEmptySelector, type Labels, labelMatcher } from './label-selector';
import { isObject } from './manifest';

/** Finds what is selected by its labels, within a namespace, without looking at everything for each selector. */
export class LabelIndex<Item> {
  private readonly byNamespace = new Map<string, Item[]>();
  private readonly byLabelKey = new Map<string, Item[]>();
  private readonly byLabel = new Map<string, Map<string, Item[]>>();
  private readonly selections = new Map<string, readonly Item[]>();

  /**
   * @param items what can be selected
   * @param labelsOf the labels of an item
   * @param namespaceOf the namespace of an item; undefined where manifests leave it to whoever applies them
   */
  public constructor(
    items: readonly Item[],
    private readonly labelsOf: (item: Item) => Labels,
    private readonly namespaceOf: (item: Item) => string | undefined,
  ) {
    for (const item of items) {
      append(this.byNamespace, namespaceKey(namespaceOf(item)), item);
      for (const key of Object.keys(labelsOf(item))) {
        append(this.byLabelKey, key, item);
      }
    }
  }

  /** The items of a namespace that a LabelSelector selects; an empty one selects all, a missing one none. */
  public select(selector: unknown, namespace: string | undefined): readonly Item[] {
    if (this.byNamespace.get(namespaceKey(namespace)) === undefined) {
      return [];
    }
    const key = `${namespaceKey(namespace)}\n${JSON.stringify(selector)}`;
    let selection = this.selections.get(key);
    if (selection === undefined) {
      selection = this.search(selector, namespace);
      this.selections.set(key, selection);
    }
    return selection;
  }

  /** The items of a namespace that have all of the labels; no labels select none. */
  public selectLabels(labels: Labels, namespace: string | undefined): readonly Item[] {
    return Object.keys(labels).length === 0 ? [] : this.select({ matchLabels: labels }, namespace);
  }

  private search(selector: unknown, namespace: string | undefined): readonly Item[] {
    const inNamespace = this.byNamespace.get(namespaceKey(namespace)) ?? [];
    if (!isObject(selector)) {
      return [];
    }
    if (isEmptySelector(selector)) {
      return inNamespace;
    }
    const labels = isObject(selector.matchLabels) ? selector.matchLabels : {};
    const candidates = Object.keys(labels).length === 0 ? inNamespace : this.candidates(labels, namespace);
    const matches = labelMatcher(selector);
    return candidates.filter((item) => matches(this.labelsOf(item)));
  }

  /** The items that have the rarest of the labels. */
  private candidates(labels: Labels, namespace: string | undefined): readonly Item[] {
    let fewest: readonly Item[] | undefined;
    for (const key of Object.keys(labels)) {
      const list = this.withLabel(key).get(valueKey(namespace, labels[key])) ?? [];
      fewest = fewest === undefined || list.length < fewest.length ? list : fewest;
    }
    return fewest ?? [];
  }

  /** The items that have a label, by its value; of all labels only few are selected. */
  private withLabel(key: string): Map<string, Item[]> {
    let byValue = this.byLabel.get(key);
    if (byValue === undefined) {
      byValue = new Map();
      for (const item of this.byLabelKey.get(key) ?? []) {
        append(byValue, valueKey(this.namespaceOf(item), this.labelsOf(item)[key]), item);
      }
      this.byLabel.set(key, byValue);
    }
    return byValue;
  }
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) {
    list.push(item);
  } else {
    map.set(key, [item]);
  }
}

function namespaceKey(namespace: string | undefined): string {
  return namespace ?? '';
}

function valueKey(namespace: string | undefined, value: string): string {
  return `${namespaceKey(namespace)}\n${value}`;
}
