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

  /** Goes through objects and lists alike; nobody asks for the indices of a list. */
  private collect(value: object, manifest: Manifest): void {
    for (const name of Object.keys(value)) {
      this.manifests.get(name)?.add(manifest);
      const member: unknown = (value as Record<string, unknown>)[name];
      if (typeof member === 'string') {
        this.manifests.get(member)?.add(manifest);
      } else if (typeof member === 'object' && member !== null) {
        this.collect(member, manifest);
      }
    }
  }
}
