import { LONGEST_DNS_NAME } from '../facts';
import { distanceBetween } from './did-you-mean';

const ENDINGS = /-(svc|service|headless)$/;
/** So many characters are wrong at most. */
const MOST_SLIPS = 2;
const SHORTEST_TYPO = 3;
const LONGEST_SHORT_NAME = 6;

/** What has a name, in the order of the manifests. */
interface Named<Item> {
  readonly name: string;
  readonly item: Item;
  readonly position: number;
  /** A bit for each character: a slip changes few. */
  readonly characters: number;
}

/** Finds what was probably meant by a name, among the objects of its namespace, without comparing each with each. */
export class NearNames<Item> {
  private readonly byPlace = new Map<string, Named<Item>[]>();
  private readonly byName = new Map<string, Item[]>();
  private readonly found = new Map<string, Item | undefined>();

  /** @param nameOf what stands where a name should be: what is no text is the name of nothing */
  public constructor(items: readonly Item[], nameOf: (item: Item) => unknown, namespaceOf: (item: Item) => string | undefined) {
    const names = new Set<string>();
    for (const [position, item] of items.entries()) {
      const [name, namespace] = [nameOf(item), namespaceOf(item)];
      if (typeof name !== 'string') {
        continue;
      }
      const called = this.byName.get(name);
      called === undefined ? this.byName.set(name, [item]) : called.push(item);
      const key = keyOf(namespace, name);
      if (!names.has(key) && name.length <= LONGEST_DNS_NAME) {
        names.add(key);
        const named = { name, item, position, characters: charactersOf(name) };
        this.put(keyOf(namespace, stemOf(name)), named);
        this.put(keyOf(namespace, name.length), named);
      }
    }
  }

  /** The first whose name is nearly the one that is asked for. */
  public find(namespace: string | undefined, name: string): Item | undefined {
    const key = keyOf(namespace, name);
    if (!this.found.has(key)) {
      this.found.set(key, this.search(namespace, name));
    }
    return this.found.get(key);
  }

  /** What is called like that, in all namespaces. */
  public called(name: string): readonly Item[] {
    return this.byName.get(name) ?? [];
  }

  private put(key: string, named: Named<Item>): void {
    const list = this.byPlace.get(key);
    list === undefined ? this.byPlace.set(key, [named]) : list.push(named);
  }

  private search(namespace: string | undefined, name: string): Item | undefined {
    if (name.length > LONGEST_DNS_NAME) {
      return undefined;
    }
    const characters = charactersOf(name);
    const lengths = Array.from({ length: 2 * MOST_SLIPS + 1 }, (_, index) => name.length - MOST_SLIPS + index);
    const candidates = [stemOf(name), ...lengths].map((place) => this.byPlace.get(keyOf(namespace, place)) ?? []);
    let first: Named<Item> | undefined;
    for (const [index, list] of candidates.entries()) {
      const isNear = (other: Named<Item>) =>
        (index === 0 || bitsIn(characters ^ other.characters) <= 2 * MOST_SLIPS) && isNearlyNamed(name, other.name);
      const near = list.find(isNear);
      first = near !== undefined && (first === undefined || near.position < first.position) ? near : first;
    }
    return first?.item;
  }
}

function keyOf(namespace: string | undefined, place: string | number): string {
  return `${namespace ?? ''}\n${typeof place}\n${place}`;
}

function stemOf(name: string): string {
  return name.replace(ENDINGS, '');
}

function charactersOf(name: string): number {
  let bits = 0;
  for (let index = 0; index < name.length; index++) {
    bits |= 1 << (name.charCodeAt(index) & 31);
  }
  return bits;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}

/**
 * Whether a name was probably meant to be another one: a slip of the keyboard, or an ending that one has and the other lacks.
 * Names that number or letter things, such as web-1 and web-2, are meant as they are.
 */
export function isNearlyNamed(name: string, other: string): boolean {
  return name !== other && (stemOf(name) === stemOf(other) || isSlip(name, other)) && counted(name) !== counted(other);
}

function isSlip(name: string, other: string): boolean {
  const longest = Math.max(name.length, other.length);
  const allowed = longest > LONGEST_SHORT_NAME ? MOST_SLIPS : 1;
  if (Math.min(name.length, other.length) < SHORTEST_TYPO || Math.abs(name.length - other.length) > allowed) {
    return false;
  }
  const [one, two] = differentParts(name, other);
  return sorted(one) === sorted(two) || distanceBetween(one, two) <= allowed;
}

/** The name without what counts: numbers, and parts of one letter. */
function counted(name: string): string {
  return name
    .split('-')
    .filter((part) => part.length > 1)
    .join('-')
    .replace(/-?\d+/g, '');
}

/** Two names without what they begin with and end with alike. */
function differentParts(one: string, other: string): readonly [string, string] {
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < shortest - start && one[one.length - 1 - end] === other[other.length - 1 - end]) {
    end++;
  }
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

function sorted(name: string): string {
  return [...name].sort().join('');
}
