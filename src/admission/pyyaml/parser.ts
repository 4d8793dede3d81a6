import { YamlRefusal } from './cursor';
import { type ListNode, type MapNode, type ScalarNode, YAML_TAG, type YamlNode } from './nodes';
import { Scanner } from './scanner';
import type { Token, TokenKind } from './tokens';

/** Python goes no deeper: it calls itself twice for each level, and a thousand times at most. */
const MOST_LEVELS = 480;
const DEFAULT_HANDLES = { '!': '!', '!!': YAML_TAG };

interface Properties {
  readonly anchor?: string;
  readonly tag?: string;
  readonly position?: number;
}

/**
 * The one document of a text.
 *
 * @see https://github.com/yaml/pyyaml/blob/6.0.3/lib/yaml/parser.py
 * @see https://github.com/yaml/pyyaml/blob/6.0.3/lib/yaml/composer.py
 */
export class Parser {
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, YamlNode>();
  private handles: ReadonlyMap<string, string> = new Map(Object.entries(DEFAULT_HANDLES));
  private level = 0;

  public constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  /** The root; undefined: the text is empty. */
  public document(): YamlNode | undefined {
    if (this.is('end of the text')) {
      return undefined;
    }
    const root = this.is('directive', 'document start') ? this.explicitDocument() : this.node(true);
    while (this.is('document end')) {
      this.scanner.take();
    }
    if (!this.is('end of the text')) {
      this.unexpected('where the document ends', 'Leave one document, in which lines that belong together begin in the same column.');
    }
    return root;
  }

  private explicitDocument(): YamlNode {
    this.directives();
    this.take('document start', 'where a document begins');
    const isEmpty = this.is('directive', 'document start', 'document end', 'end of the text');
    return isEmpty ? this.nothing() : this.node(true);
  }

  private directives(): void {
    const given = new Map<string, string>();
    let hasVersion = false;
    while (this.is('directive')) {
      const { directive, position } = this.scanner.take();
      const { handle = '', suffix = '' } = directive?.tag ?? {};
      const isAgain = directive?.name === 'YAML' ? hasVersion : directive?.tag !== undefined && given.has(handle);
      if (isAgain || (directive?.name === 'YAML' && directive.major !== 1)) {
        throw new YamlRefusal(position, 'a directive that contradicts another one, or asks for another YAML than 1.x');
      }
      hasVersion ||= directive?.name === 'YAML';
      if (directive?.tag !== undefined) {
        given.set(handle, suffix);
      }
    }
    this.handles = new Map([...Object.entries(DEFAULT_HANDLES), ...given]);
  }

  private node(isBlock: boolean, mayBeIndentless = false): YamlNode {
    if (this.is('alias')) {
      return this.alias();
    }
    const properties = this.properties();
    if (this.level++ > MOST_LEVELS) {
      this.fail('what is nested deeper than Python goes');
    }
    const node = mayBeIndentless && this.is('-') ? this.indentlessList(properties) : this.content(isBlock, properties);
    this.level--;
    return node;
  }

  private alias(): YamlNode {
    const { text, position } = this.scanner.take();
    const node = this.anchors.get(text as string);
    if (node === undefined) {
      throw new YamlRefusal(position, 'an alias of an anchor that does not exist', 'Put a text that begins with "*" into quotes.');
    }
    return node;
  }

  private properties(): Properties {
    const { position } = this.scanner.peek();
    let anchor: string | undefined;
    let tag: string | undefined;
    if (this.is('anchor')) {
      anchor = this.scanner.take().text;
      tag = this.is('tag') ? this.tag() : undefined;
    } else if (this.is('tag')) {
      tag = this.tag();
      anchor = this.is('anchor') ? this.scanner.take().text : undefined;
    }
    if (anchor !== undefined && this.anchors.has(anchor)) {
      throw new YamlRefusal(position, 'an anchor that exists already');
    }
    return { anchor, tag, position };
  }

  private tag(): string {
    const { tag, position } = this.scanner.take();
    const { handle, suffix } = tag as NonNullable<Token['tag']>;
    const prefix = handle === undefined ? '' : this.handles.get(handle);
    if (prefix === undefined) {
      throw new YamlRefusal(position, 'a tag whose handle nothing defines', 'Put a text that begins with "!" into quotes.');
    }
    return prefix + suffix;
  }

  private content(isBlock: boolean, properties: Properties): YamlNode {
    switch (this.scanner.peek().kind) {
      case 'text':
        return this.scalar(properties, this.scanner.take());
      case '[':
        return this.flowList(properties);
      case '{':
        return this.flowMap(properties);
      case 'list':
        return isBlock ? this.blockList(properties) : this.unexpected('where a value is expected');
      case 'map':
        return isBlock ? this.blockMap(properties) : this.unexpected('where a value is expected');
      default:
        return this.absent(properties);
    }
  }

  /** Properties without anything behind them stand for an empty text. */
  private absent(properties: Properties): YamlNode {
    if (properties.anchor === undefined && properties.tag === undefined) {
      this.unexpected('where a value is expected');
    }
    return this.scalar(properties, { kind: 'text', position: properties.position as number, text: '', isPlain: true });
  }

  private nothing(): ScalarNode {
    return { kind: 'text', position: this.scanner.peek().position, text: '', isImplicit: true };
  }

  private scalar({ anchor, tag }: Properties, { position, text = '', isPlain = false }: Token): YamlNode {
    const isImplicit = tag === '!' || (tag === undefined && isPlain);
    return this.named(anchor, { kind: 'text', position, tag: tag === '!' ? undefined : tag, text, isImplicit });
  }

  private named<Node extends YamlNode>(anchor: string | undefined, node: Node): Node {
    if (anchor !== undefined) {
      this.anchors.set(anchor, node);
    }
    return node;
  }

  private list({ anchor, tag, position }: Properties): ListNode {
    return this.named(anchor, { kind: 'list', position: position as number, tag: tag === '!' ? undefined : tag, items: [] });
  }

  private map({ anchor, tag, position }: Properties): MapNode {
    return this.named(anchor, { kind: 'map', position: position as number, tag: tag === '!' ? undefined : tag, pairs: [] });
  }

  private blockList(properties: Properties): ListNode {
    const node = this.list(properties);
    this.scanner.take();
    while (this.is('-')) {
      this.scanner.take();
      node.items.push(this.is('-', 'end of the block') ? this.nothing() : this.node(true));
    }
    this.take('end of the block', 'where an entry of the list or its end is expected');
    return node;
  }

  /** A list as the value of a key, in the column of the key. */
  private indentlessList(properties: Properties): ListNode {
    const node = this.list(properties);
    while (this.is('-')) {
      this.scanner.take();
      node.items.push(this.is('-', '?', ':', 'end of the block') ? this.nothing() : this.node(true));
    }
    return node;
  }

  private blockMap(properties: Properties): MapNode {
    const node = this.map(properties);
    this.scanner.take();
    while (this.is('?')) {
      this.scanner.take();
      const key = this.is('?', ':', 'end of the block') ? this.nothing() : this.node(true, true);
      node.pairs.push([key, this.blockValue()]);
    }
    this.take('end of the block', 'where a key of the map or its end is expected');
    return node;
  }

  private blockValue(): YamlNode {
    if (!this.is(':')) {
      return this.nothing();
    }
    this.scanner.take();
    return this.is('?', ':', 'end of the block') ? this.nothing() : this.node(true, true);
  }

  private flowList(properties: Properties): ListNode {
    const node = this.list(properties);
    this.scanner.take();
    for (let isFirst = true; !this.is(']'); isFirst = false) {
      this.separator(isFirst);
      if (this.is(']')) {
        break;
      }
      node.items.push(this.is('?') ? this.pair() : this.node(false));
    }
    this.scanner.take();
    return node;
  }

  /** A key with a value within brackets: a map of its own. */
  private pair(): MapNode {
    const { position } = this.scanner.take();
    const key = this.is(':', ',', ']') ? this.nothing() : this.node(false);
    return { kind: 'map', position, pairs: [[key, this.flowValue(']')]] };
  }

  private flowMap(properties: Properties): MapNode {
    const node = this.map(properties);
    this.scanner.take();
    for (let isFirst = true; !this.is('}'); isFirst = false) {
      this.separator(isFirst);
      if (this.is('}')) {
        break;
      }
      node.pairs.push(this.member());
    }
    this.scanner.take();
    return node;
  }

  private member(): readonly [YamlNode, YamlNode] {
    if (!this.is('?')) {
      return [this.node(false), this.nothing()];
    }
    this.scanner.take();
    const key = this.is(':', ',', '}') ? this.nothing() : this.node(false);
    return [key, this.flowValue('}')];
  }

  private flowValue(end: ']' | '}'): YamlNode {
    if (!this.is(':')) {
      return this.nothing();
    }
    this.scanner.take();
    return this.is(',', end) ? this.nothing() : this.node(false);
  }

  private separator(isFirst: boolean): void {
    if (!isFirst) {
      this.take(',', 'where a comma or the closing bracket is expected');
    }
  }

  private is(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.scanner.peek().kind);
  }

  private take(kind: TokenKind, place: string): void {
    if (!this.is(kind)) {
      this.unexpected(place);
    }
    this.scanner.take();
  }

  private unexpected(place: string, remedy?: string): never {
    return this.fail(`${WORDS[this.scanner.peek().kind] ?? `"${this.scanner.peek().kind}"`} ${place}`, remedy);
  }

  private fail(reason: string, remedy?: string): never {
    throw new YamlRefusal(this.scanner.peek().position, reason, remedy);
  }
}

const WORDS: Partial<Record<TokenKind, string>> = {
  'document start': 'another document',
  'document end': 'the end of the document',
  'end of the text': 'the end of the text',
  'end of the block': 'a line in another column',
  list: 'a list',
  map: 'a map',
  alias: 'an alias',
  anchor: 'an anchor',
  tag: 'a tag',
  text: 'a text',
  directive: 'a directive',
};
