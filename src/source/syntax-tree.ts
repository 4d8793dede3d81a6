import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml-5';
import { type ParsedYaml, parseYaml } from './parsed-yaml';
import { isMergeKey, scalarValue } from './yaml-scalars';

/** A value as it is written: where it starts, and what is in it. */
export interface SyntaxNode {
  readonly start: number;
  /** The end of a scalar on its lines; undefined: what has no end of its own, such as a mapping. */
  readonly end?: number;
  /** The end of any scalar, that of a block of text too. */
  readonly textEnd?: number;
  readonly entries?: readonly SyntaxEntry[];
  readonly items?: readonly SyntaxNode[];
}

/** A key with its value. */
export interface SyntaxEntry {
  readonly key: string;
  readonly keyNode: SyntaxNode;
  readonly value: SyntaxNode;
  /** Whether the fields of the value count as those of the mapping. */
  readonly merges: boolean;
}

/** The documents of a text as they are written; none where it is no YAML. An alias is what it names. */
export function syntaxTrees(text: string): SyntaxNode[] {
  const parsed = parseYaml(text);
  return 'message' in parsed ? [] : new Reader(parsed).documents();
}

/** A value that is not written: `key:` and no more. */
const ABSENT: SyntaxNode = { start: -1 };

class Reader {
  private position = 0;
  private anchors = new Map<string, SyntaxNode>();

  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly offset: ParsedYaml['originalOffset'];

  public constructor({ text, events, originalOffset }: ParsedYaml) {
    this.text = text;
    this.events = events;
    this.offset = originalOffset;
  }

  public documents(): SyntaxNode[] {
    const trees: SyntaxNode[] = [];
    while (this.position < this.events.length) {
      this.anchors = new Map();
      this.position++;
      while (this.events[this.position].type !== EVENT_ID.POP) {
        trees.push(this.node());
      }
      this.position++;
    }
    return trees;
  }

  private node(): SyntaxNode {
    const event = this.events[this.position++];
    if (event.type === EVENT_ID.ALIAS) {
      return this.anchors.get(this.anchorOf(event)) ?? { start: this.offset(event.anchorStart - 1), end: this.offset(event.anchorEnd) };
    }
    const node = this.contents(event);
    if ('anchorStart' in event && event.anchorStart >= 0) {
      this.anchors.set(this.anchorOf(event), node);
    }
    return node;
  }

  private contents(event: Event): SyntaxNode {
    switch (event.type) {
      case EVENT_ID.MAPPING:
        return { start: this.offset(event.start), entries: this.entries() };
      case EVENT_ID.SEQUENCE:
        return { start: this.offset(event.start), items: this.items() };
      case EVENT_ID.SCALAR: {
        const { style, valueStart, valueEnd } = event;
        const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
        const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
        const quote = isQuoted ? 1 : 0;
        if (valueStart < 0) {
          return ABSENT;
        }
        const textEnd = this.offset(valueEnd + quote);
        return { start: this.offset(valueStart - quote), end: isBlock ? undefined : textEnd, textEnd };
      }
      default:
        return { start: 0 };
    }
  }

  private items(): SyntaxNode[] {
    const items: SyntaxNode[] = [];
    while (this.events[this.position].type !== EVENT_ID.POP) {
      items.push(this.node());
    }
    this.position++;
    return items;
  }

  private entries(): SyntaxEntry[] {
    const entries: SyntaxEntry[] = [];
    while (this.events[this.position].type !== EVENT_ID.POP) {
      const event = this.events[this.position];
      const keyNode = this.node();
      const key = event.type === EVENT_ID.SCALAR ? String(scalarValue(this.text, event)) : this.text.slice(keyNode.start, keyNode.end);
      entries.push({ key, keyNode, value: this.node(), merges: isMergeKey(this.text, event) });
    }
    this.position++;
    return entries;
  }

  private anchorOf({ anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return this.text.slice(anchorStart, anchorEnd);
  }
}
