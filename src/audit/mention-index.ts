import type { Manifest } from '../graph';
import type { Rule } from './rule';

/** The words that lists of rules ask for: the same rules judge one app after the other. */
const wordsOf = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/**
 * Which manifests mention which words, of those that rules ask for: names of fields, labels and annotations, and values
 * that are strings.
 *
 * Most rules are about something rare. With the index such a rule costs nothing in a graph in which nobody mentions it.
 */
export class MentionIndex {
  private readonly words: ReadonlySet<string>;
  private readonly manifests = new Map<string, Set<Manifest>>();

  public constructor(rules: readonly Rule[], manifests: readonly Manifest[]) {
    this.words = wordsOf.get(rules) ?? new Set(rules.flatMap((rule) => rule.mentions ?? []));
    wordsOf.set(rules, this.words);
    for (const manifest of manifests) {
      this.collect(manifest, manifest);
    }
  }

  /** The manifests that mention one of the words at least; undefined: none does. */
  public mentioning(words: readonly string[]): ReadonlySet<Manifest> | undefined {
    let found: Set<Manifest> | undefined;
    let isOwn = false;
    for (const word of words) {
      const manifests = this.manifests.get(word);
      if (manifests !== undefined && found === undefined) {
        found = manifests;
      } else if (manifests !== undefined && found !== undefined) {
        found = isOwn ? found : new Set(found);
        isOwn = true;
        for (const manifest of manifests) {
          found.add(manifest);
        }
      }
    }
    return found;
  }

  /** Goes through objects and lists alike; nobody asks for the indices of a list. */
  private collect(value: object, manifest: Manifest): void {
    for (const name of Object.keys(value)) {
      this.note(name, manifest);
      const member: unknown = (value as Record<string, unknown>)[name];
      if (typeof member === 'string') {
        this.note(member, manifest);
      } else if (typeof member === 'object' && member !== null) {
        this.collect(member, manifest);
      }
    }
  }

  private note(word: string, manifest: Manifest): void {
    if (this.words.has(word)) {
      const known = this.manifests.get(word);
      known === undefined ? this.manifests.set(word, new Set([manifest])) : known.add(manifest);
    }
  }
}
