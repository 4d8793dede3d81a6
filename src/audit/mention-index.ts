import type { Manifest } from '../graph';
import type { Rule } from './rule';

/** The words that lists of rules ask for: the same rules judge one app after the other. */
const wordsOf = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/** Some of the manifests of a graph, by their positions among them. */
export type Positions = Uint8Array;

/**
 * Which manifests mention which words, of those that rules ask for: names of fields, labels and annotations, and values
 * that are strings.
 *
 * Most rules are about something rare. With the index such a rule costs nothing in a graph in which nobody mentions it.
 */
export class MentionIndex {
  private readonly positions: ReadonlyMap<Manifest, number>;
  /** By the words that rules ask for; null: none mentions it. */
  private readonly mentions: Map<string, Positions | null>;

  public constructor(rules: readonly Rule[], manifests: readonly Manifest[]) {
    const words = wordsOf.get(rules) ?? new Set(rules.flatMap((rule) => rule.mentions ?? []));
    wordsOf.set(rules, words);
    this.mentions = new Map([...words].map((word) => [word, null]));
    this.positions = new Map(manifests.map((manifest, position) => [manifest, position]));
    manifests.forEach((manifest, position) => {
      this.collect(manifest, position);
    });
  }

  /** The manifests that mention one of the words at least; undefined: none does. */
  public mentioning(words: readonly string[]): Positions | undefined {
    const found = words.flatMap((word) => this.mentions.get(word) ?? []);
    return found.length < 2 ? found[0] : found[0].map((_, position) => (found.some((positions) => positions[position] === 1) ? 1 : 0));
  }

  /** The position of a manifest; undefined: it is not among them. */
  public positionOf(manifest: Manifest): number | undefined {
    return this.positions.get(manifest);
  }

  /** Goes through objects and lists alike; nobody asks for the indices of a list. */
  private collect(value: object, position: number): void {
    for (const name of Object.keys(value)) {
      this.note(name, position);
      const member: unknown = (value as Record<string, unknown>)[name];
      if (typeof member === 'string') {
        this.note(member, position);
      } else if (typeof member === 'object' && member !== null) {
        this.collect(member, position);
      }
    }
  }

  private note(word: string, position: number): void {
    const positions = this.mentions.get(word);
    if (positions === null) {
      this.mentions.set(word, new Uint8Array(this.positions.size).fill(1, position, position + 1));
    } else if (positions !== undefined) {
      positions[position] = 1;
    }
  }
}
