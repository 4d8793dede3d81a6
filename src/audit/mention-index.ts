import type { Manifest } from '../graph';
import type { Rule } from './rule';

/**
 * Which manifests mention which words, of those that rules ask for: names of fields, labels and annotations, and values
 * that are strings.
 *
 * Most rules are about something rare. With the index such a rule costs nothing in a graph in which nobody mentions it.
 */
export class MentionIndex {
  private readonly manifests = new Map<string, Set<Manifest>>();

  public constructor(rules: readonly Rule[], manifests: readonly Manifest[]) {
    for (const word of rules.flatMap((rule) => rule.mentions ?? [])) {
      this.manifests.set(word, new Set());
    }
    for (const manifest of manifests) {
      this.collect(manifest, manifest);
    }
  }

  /** The manifests that mention one of the words at least. */
  public mentioning(words: readonly string[]): ReadonlySet<Manifest> {
    const sets = words.map((word) => this.manifests.get(word) ?? new Set<Manifest>()).filter((set) => set.size > 0);
    return sets.length === 1 ? sets[0] : new Set(sets.flatMap((set) => [...set]));
  }

  private collect(value: unknown, manifest: Manifest): void {
    if (typeof value === 'string') {
      this.manifests.get(value)?.add(manifest);
    } else if (Array.isArray(value)) {
      for (const item of value) {
        this.collect(item, manifest);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) {
        this.manifests.get(name)?.add(manifest);
        this.collect((value as Record<string, unknown>)[name], manifest);
      }
    }
  }
}
