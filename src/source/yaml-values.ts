import { EVENT_ID, type Event } from 'js-yaml-5';
import { blockYaml } from './block-yaml';
import type { TextFault } from './fault';
import { type ParsedYaml, parseYaml } from './parsed-yaml';
import { plainScalar } from './plain-scalar';
import { isMergeKey, type PlainScalar, scalarValue } from './yaml-scalars';

/** What the documents of a text hold, and what is wrong with them. */
export interface YamlValues {
  readonly values: readonly unknown[];
  readonly faults: readonly TextFault[];
}

/**
 * Reads YAML as kubectl does. What Go's YAML refuses is a fault; so is a key that stands twice, of which the last one counts.
 *
 * @param plain what words without quotes stand for
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/goyaml.v2/decode.go
 */
export function yamlValues(text: string, plain: PlainScalar = plainScalar): YamlValues {
  const value = plain === plainScalar ? blockYaml(text) : undefined;
  return value === undefined ? parsedValues(text, plain) : { values: [value], faults: [] };
}

function parsedValues(text: string, plain: PlainScalar): YamlValues {
  const parsed = parseYaml(text);
  if ('message' in parsed) {
    return { values: [], faults: [parsed] };
  }
  const { values, faults } = compose(parsed, plain);
  return { values, faults: faults.map((fault) => ({ ...fault, offset: parsed.originalOffset(fault.offset) })) };
}

function compose({ text, events }: ParsedYaml, plain: PlainScalar): YamlValues {
  const composer = new Composer(text, events, plain);
  try {
    return { values: composer.documents(), faults: composer.faults };
  } catch (error) {
    if (error instanceof Refusal) {
      return { values: [], faults: [...composer.faults, error.fault] };
    }
    throw error;
  }
}

/** The text does not stand for a value. */
class Refusal extends Error {
  public constructor(public readonly fault: TextFault) {
    super(fault.message);
  }
}

/** What an anchor names. */
interface Anchored {
  readonly value: unknown;
  /** Number of nodes. */
  readonly size: number;
}

type Mapping = Record<string, unknown>;

class Composer {
  public readonly faults: TextFault[] = [];
  private position = 0;
  private anchors = new Map<string, Anchored | undefined>();
  /** Nodes so far, each as often as aliases repeat it. */
  private nodes = 0;
  private repeated = 0;

  public constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
    private readonly plain: PlainScalar,
  ) {}

  public documents(): unknown[] {
    const values: unknown[] = [];
    while (this.position < this.events.length) {
      this.anchors = new Map();
      this.position++;
      while (this.events[this.position].type !== EVENT_ID.POP) {
        values.push(this.node());
      }
      this.position++;
    }
    return values;
  }

  private node(): unknown {
    const event = this.events[this.position++];
    const before = this.nodes;
    this.nodes++;
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const value = this.number(scalarValue(this.text, event, this.plain), event.valueStart);
        return event.anchorStart < 0 ? value : this.named(event, value, before);
      }
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        if (event.anchorStart >= 0) {
          this.anchors.set(this.nameOf(event), undefined);
        }
        const value = event.type === EVENT_ID.MAPPING ? this.mapping() : this.sequence();
        return event.anchorStart < 0 ? value : this.named(event, value, before);
      }
      case EVENT_ID.ALIAS:
        return this.alias(event);
      default:
        return null;
    }
  }

  private sequence(): unknown[] {
    const items: unknown[] = [];
    while (this.events[this.position].type !== EVENT_ID.POP) {
      items.push(this.node());
    }
    this.position++;
    return items;
  }

  private mapping(): Mapping {
    const mapping: Mapping = {};
    let merged: Set<string> | undefined;
    while (this.events[this.position].type !== EVENT_ID.POP) {
      const event = this.events[this.position];
      if (isMergeKey(this.text, event)) {
        this.position++;
        merged ??= new Set();
        this.merge(mapping, this.node(), event, merged);
      } else {
        const key = this.key(event);
        if (Object.hasOwn(mapping, key) && merged?.has(key) !== true) {
          this.faults.push({ offset: offsetOf(event), message: twice(key) });
        }
        merged?.delete(key);
        put(mapping, key, this.node());
      }
    }
    this.position++;
    return mapping;
  }

  private key(event: Event): string {
    const key = this.node();
    if (typeof key === 'object') {
      const what = key === null ? 'null' : 'a mapping or a list';
      return this.refuse(event, `A key is ${what}. Write a text; one with braces or a question mark in it is put in quotes.`);
    }
    return String(key);
  }

  /** Merges as Go does: what stands later counts, be it a key or what is merged; of a list the earlier ones count. */
  private merge(mapping: Mapping, value: unknown, event: Event, merged: Set<string>): void {
    const sources = Array.isArray(value) ? [...value].reverse() : [value];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        this.refuse(event, 'What "<<" merges has to be a mapping, or a list of mappings. Merge an alias of one.');
      }
      for (const [key, member] of Object.entries(source as Mapping)) {
        merged.add(key);
        put(mapping, key, member);
      }
    }
  }

  private alias(event: Extract<Event, { type: typeof EVENT_ID.ALIAS }>): unknown {
    const name = this.nameOf(event);
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      return this.anchors.has(name)
        ? this.refuse(event, `The alias *${name} stands within what it names. Write out what is meant.`)
        : this.refuse(event, `No anchor &${name} comes before the alias *${name}. Correct the name; anchors end with their document.`);
    }
    this.nodes += anchored.size;
    this.repeated += anchored.size;
    if (isExcessive(this.nodes, this.repeated)) {
      this.refuse(
        event,
        'Aliases repeat so much that kubectl refuses the document ("document contains excessive aliasing"). Write it out.',
      );
    }
    return anchored.value;
  }

  private named(event: Event, value: unknown, before: number): unknown {
    this.anchors.set(this.nameOf(event), { value, size: this.nodes - before });
    return value;
  }

  private nameOf(event: Event): string {
    const { anchorStart, anchorEnd } = event as { anchorStart: number; anchorEnd: number };
    return this.text.slice(anchorStart, anchorEnd);
  }

  private number(value: unknown, offset: number): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const text = String(value).replace('Infinity', 'infinity');
      throw new Refusal({ offset, message: `No manifest can hold ${text}: JSON has no such number. Put it in quotes, or write a number.` });
    }
    return value;
  }

  private refuse(event: Event, message: string): never {
    throw new Refusal({ offset: offsetOf(event), message });
  }
}

function put(mapping: Mapping, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(mapping, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    mapping[key] = value;
  }
}

function twice(key: string): string {
  return `The key ${JSON.stringify(key)} stands twice in one mapping: kubectl takes the last one without a word, strict readers refuse it. Keep one.`;
}

function offsetOf(event: Event): number {
  const { valueStart = -1, start = -1, anchorStart = -1 } = event as { valueStart?: number; start?: number; anchorStart?: number };
  return [valueStart, start, anchorStart].find((offset) => offset >= 0) ?? 0;
}

/** Up to this many nodes nearly all of them may be repetitions; from the second on a tenth. In between it falls linearly. */
const FEW_NODES = 400_000;
const MANY_NODES = 4_000_000;

/** The limit of Go's YAML for documents that grow by aliases. */
function isExcessive(nodes: number, repeated: number): boolean {
  const share = (Math.min(Math.max(nodes, FEW_NODES), MANY_NODES) - FEW_NODES) / (MANY_NODES - FEW_NODES);
  return repeated > 100 && nodes > 1000 && repeated / nodes > 0.99 - 0.89 * share;
}
