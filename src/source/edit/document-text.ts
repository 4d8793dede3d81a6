import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type FieldPath, fieldPathText } from '../../facts';
import { EditRefusal } from './refusal';
import type { Style } from './render';

/** A value as it is written. */
export type WrittenNode = Node & { readonly range: readonly [number, number, number] };

/** An entry of a mapping as it is written. */
export type WrittenPair = Pair<Scalar & WrittenNode, WrittenNode>;

/** Where a value stands. */
export interface Place {
  readonly node: WrittenNode;
  /** What is directly before it: behind the colon of its key or the dash of its entry; undefined: it is the document. */
  readonly behind?: number;
  /** Where its key or its dash stands in the line. */
  readonly column: number;
}

/** A document of a text, with the places of its parts. */
export class DocumentText {
  public readonly style: Style;
  private readonly document: Document;
  private readonly aliases = new Set<string>();

  /** @throws EditRefusal */
  public constructor(
    public readonly text: string,
    index: number,
    count: number,
  ) {
    const documents = parseAllDocuments(text, {
      keepSourceTokens: true,
      version: '1.1',
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const document = Array.isArray(documents) ? documents[index] : undefined;
    if (
      !Array.isArray(documents) ||
      documents.length !== count ||
      document === undefined ||
      documents.some(({ errors }) => errors.length > 0)
    ) {
      throw new EditRefusal('The file is written in a way that cannot be edited with certainty');
    }
    this.document = document;
    visit(document, { Alias: (_, { source }) => void this.aliases.add(source) });
    this.style = styleOf(document, text);
  }

  /** What is written at a path. @throws EditRefusal where others share it, or nothing is written */
  public placeOf(path: FieldPath): Place {
    let place: Place = { node: this.document.contents as WrittenNode, column: 0 };
    path.forEach((step, index) => {
      const at = path.slice(0, index);
      this.refuseShared(place.node, at);
      const inner = this.innerPlace(place.node, step);
      if (inner === undefined) {
        throw new EditRefusal(`${fieldPathText(path.slice(0, index + 1))} is not written there, but merged or made`);
      }
      place = inner;
    });
    return place;
  }

  /** A mapping or a list whose contents may change. @throws EditRefusal */
  public collectionAt(path: FieldPath): YAMLMap<Scalar & WrittenNode, WrittenNode> | YAMLSeq<WrittenNode> {
    const { node } = this.placeOf(path);
    this.refuseShared(node, path);
    if (!isCollection(node)) {
      throw new EditRefusal(`${fieldPathText(path)} has no entries there`);
    }
    return node as YAMLSeq<WrittenNode>;
  }

  /** The entry of a mapping with a key; undefined: it has none of its own. @throws EditRefusal where it may be merged */
  public pairOf(map: YAMLMap, key: string | number): WrittenPair | undefined {
    const pair = map.items.find(({ key: written }) => isScalar(written) && written.range && String(written.value) === String(key));
    if (pair === undefined && map.items.some(({ key: written }) => this.isMerge(written))) {
      throw new EditRefusal(`The mapping of ${JSON.stringify(String(key))} takes fields of others with "<<"`);
    }
    return pair as WrittenPair | undefined;
  }

  /** Refuses what an alias repeats elsewhere, and what stands elsewhere. */
  public refuseShared(node: Node | null, path: FieldPath): void {
    const name = node === null ? undefined : isAlias(node) ? (node as Alias).source : (node as Scalar).anchor;
    if (node !== null && name !== undefined && (isAlias(node) || this.aliases.has(name))) {
      const where = path.length === 0 ? 'The document' : fieldPathText(path);
      throw new EditRefusal(
        isAlias(node)
          ? `${where} is the alias *${name}: what it names is shared`
          : `${where} has the anchor &${name}, and *${name} shares it`,
      );
    }
  }

  /** Where what is written of a value ends; behind the line end of a block of text. */
  public endOf(node: WrittenNode): number {
    if (isCollection(node) && !node.flow && node.items.length > 0) {
      const last = node.items[node.items.length - 1];
      return isPair(last) ? this.pairEnd(last as WrittenPair) : this.endOf(last as WrittenNode);
    }
    return node.range[1];
  }

  /** Where an entry of a mapping ends. */
  public pairEnd({ key, value }: WrittenPair): number {
    return value === null ? key.range[1] : this.endOf(value);
  }

  /** Behind the colon of an entry. @throws EditRefusal where there is none */
  public behindColon(pair: WrittenPair): number {
    const colon = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
    if (colon === undefined) {
      throw new EditRefusal(`The key ${JSON.stringify(String(pair.key.value))} is written without a colon`);
    }
    return colon.offset + 1;
  }

  /** Where the dash of an entry of a list stands. @throws EditRefusal */
  public dashOf(seq: YAMLSeq, index: number): number {
    const token = seq.srcToken as
      | { readonly items?: readonly { readonly start: readonly { type: string; offset: number }[] }[] }
      | undefined;
    const dash = token?.items?.[index]?.start.find(({ type }) => type === 'seq-item-ind');
    if (dash === undefined) {
      throw new EditRefusal('A list is written in a way that cannot be edited with certainty');
    }
    return dash.offset;
  }

  public lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Before the line end. */
  public lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : this.text[end - 1] === '\r' && end > offset ? end - 1 : end;
  }

  /** The beginning of the line behind that of an offset; behind a line end it is there. */
  public nextLine(offset: number): number {
    if (offset > 0 && this.text[offset - 1] === '\n') {
      return offset;
    }
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  public columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  private innerPlace(node: WrittenNode, step: string | number): Place | undefined {
    if (isSeq(node)) {
      const item = node.items[Number(step)] as WrittenNode | undefined;
      const dash = item === undefined || node.flow ? undefined : this.dashOf(node, Number(step));
      return item && { node: item, behind: dash === undefined ? item.range[0] : dash + 1, column: this.columnOf(dash ?? item.range[0]) };
    }
    const pair = isMap(node) ? this.pairOf(node, step) : undefined;
    return pair === undefined || pair.value === null
      ? undefined
      : { node: pair.value, behind: this.behindColon(pair), column: this.columnOf(pair.key.range[0]) };
  }

  private isMerge(key: unknown): boolean {
    const { range } = key as WrittenNode;
    return range !== undefined && this.text.slice(range[0], range[1]) === '<<';
  }
}

/** How the document is written, by the first mapping below another and the first list below a key. */
function styleOf(document: Document, text: string): Style {
  let step: number | undefined;
  let indentsLists: boolean | undefined;
  const column = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  visit(document, {
    Pair: (_, pair) => {
      const { key, value } = pair as WrittenPair;
      if (isCollection(value) && !value.flow && key?.range && value.range) {
        const deeper = column((value as WrittenNode).range[0]) - column(key.range[0]);
        if (isMap(value)) {
          step ??= deeper > 0 ? deeper : undefined;
        } else {
          indentsLists ??= deeper > 0;
        }
      }
    },
  });
  const isJson = /^\s*[{[]/.test(text);
  const jsonStep = isJson ? /\n( +)"/.exec(text)?.[1].length : undefined;
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', step: step ?? jsonStep ?? 2, indentsLists: indentsLists ?? true, isJson };
}
