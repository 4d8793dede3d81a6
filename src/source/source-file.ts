import type { FieldPath } from '../facts';
import { isObject, itemsOf, type Manifest, withoutNulls } from '../graph';
import { decode } from './decode';
import { deliveredBy } from './delivered';
import { DocumentKind, documentKind, isTemplateSource } from './document-kind';
import type { SourceFault, SourcePlace } from './fault';
import { locate, nextSibling, nodeAt } from './locate';
import { type SourceLine, shownLines } from './shown-lines';
import { regionOfSpan, type SourceRegion } from './source-region';
import { splitDocuments, type TextPiece } from './split-documents';
import { splitList } from './split-list';
import { type SyntaxNode, syntaxTrees } from './syntax-tree';
import type { ParameterValues } from './template';
import { TextLines } from './text-lines';
import { unfold } from './unfold';
import { yamlValues } from './yaml-values';

/** A manifest, or what stands in the place of one, and where it is written. */
export interface SourceManifest {
  /** As the cluster reads it. */
  readonly manifest: Manifest;
  readonly file: SourceFile;
  /** The text that it stands in, and its position among the documents there. */
  readonly piece: TextPiece;
  readonly document: number;
  /** The way to it in the document: in a list, or among the objects of a template. */
  readonly path: FieldPath;
  /** Of an object within a work: what it is seen together with. */
  readonly world?: string;
}

/** How files are read. */
export interface ReadOptions {
  /** Values of parameters of templates. */
  readonly parameters?: ParameterValues;
  /** Whether documents that are nothing to a cluster are counted only, even if they look like objects. */
  readonly isAside?: boolean;
  /** Whether what the cluster adds to objects is asked for, their status above all. */
  readonly isDump?: boolean;
}

/** What a document may have, in characters: what is read of it takes many times the memory. */
const LONGEST = 32 * 1024 * 1024;

const LINES_BEFORE = 2;
const LINES_AFTER = 1;
const LINES_WITHIN = 3;

const NO_PARAMETERS: ParameterValues = new Map();

/** What a file holds: manifests, with their places, and what is none. */
export class SourceFile {
  public readonly manifests: SourceManifest[] = [];
  /** Objects within works, which go to other clusters than the works themselves. */
  public readonly delivered: SourceManifest[] = [];
  public readonly faults: SourceFault[] = [];
  /** Names of the parameters of its templates. */
  public readonly parameters = new Set<string>();
  /** Documents that are no Kubernetes objects. */
  public others = 0;
  /** Documents that become objects when a tool renders them. */
  public templates = 0;
  /** All of it, without the mark of its encoding; empty: it could not be read. */
  public text = '';

  private knownLines?: TextLines;
  /** The document that was looked into last. */
  private opened?: { readonly piece: TextPiece; readonly trees: readonly SyntaxNode[] };

  /** What a file holds. */
  public static of(path: string, bytes: Buffer, options: ReadOptions = {}): SourceFile {
    const file = new SourceFile(path);
    const decoded = decode(bytes);
    if ('fault' in decoded) {
      file.faults.push(decoded.fault);
    } else {
      file.readAll(decoded.text, options);
    }
    return file;
  }

  /** A file that cannot be read. */
  public static unreadable(path: string, message: string): SourceFile {
    const file = new SourceFile(path);
    file.faults.push({ message });
    return file;
  }

  /** A file that a tool makes manifests of. */
  public static ofTemplate(path: string): SourceFile {
    const file = new SourceFile(path);
    file.templates = 1;
    return file;
  }

  private constructor(
    /** As it is named to the user. */
    public readonly path: string,
  ) {}

  public get lines(): TextLines {
    this.knownLines ??= new TextLines(this.text);
    return this.knownLines;
  }

  /** Where a field of a manifest is written, or the nearest thing above it. */
  public regionOf(source: SourceManifest, field: FieldPath): SourceRegion {
    const root = this.treeOf(source);
    const span = root === undefined ? { start: 0 } : locate(root, [...source.path, ...field]);
    return regionOfSpan(this.lines, span, source.piece.offset);
  }

  /**
   * The lines around a region of a manifest, as they may be shown: no others than its own, because nobody looks for what is secret in
   * the objects beside it.
   *
   * @param isUnknown whether nobody knows what stands at a path of the manifest
   */
  public excerptOf(
    source: SourceManifest,
    { line, endLine }: SourceRegion,
    isUnknown: (path: FieldPath) => boolean,
  ): readonly SourceLine[] {
    const root = this.treeOf(source);
    const node = root === undefined ? undefined : nodeAt(root, source.path);
    if (root === undefined || node === undefined || node.start < 0) {
      return [];
    }
    const { offset, text } = source.piece;
    const next = nextSibling(root, source.path);
    const lastOwn = next === undefined ? this.lines.placeOf(offset + text.length - 1).line : this.lines.placeOf(offset + next).line - 1;
    const first = Math.max(line - LINES_BEFORE, this.lines.placeOf(offset + node.start).line);
    const last = Math.min(endLine, line + LINES_WITHIN) + LINES_AFTER;
    return shownLines(this.lines, first, Math.min(Math.max(first, last), lastOwn), { node, offset, manifest: source.manifest, isUnknown });
  }

  private treeOf({ piece, document }: SourceManifest): SyntaxNode | undefined {
    if (this.opened?.piece !== piece) {
      this.opened = { piece, trees: syntaxTrees(piece.text) };
    }
    return this.opened.trees[document];
  }

  private placeOf(source: SourceManifest, field: FieldPath): SourcePlace {
    const { line, column } = this.regionOf(source, field);
    return { line, column };
  }

  private readAll(text: string, options: ReadOptions): void {
    this.text = text;
    const strays: SourceManifest[] = [];
    for (const piece of splitDocuments(text)) {
      const documents = this.itemsOf(piece) ?? this.documentsOf(piece);
      for (const document of documents) {
        this.sort(document, options, strays);
      }
    }
    this.place(strays);
  }

  /** The items of a long list, each from its own piece of text; undefined: it is none, or has to be read as a whole. */
  private itemsOf(piece: TextPiece): SourceManifest[] | undefined {
    const pieces = splitList(piece);
    const [frame] = pieces === undefined ? [] : yamlValues(pieces.frame).values;
    if (pieces === undefined || !isObject(frame) || itemsOf({ ...frame, items: [] }) === undefined) {
      return undefined;
    }
    const items: SourceManifest[] = [];
    for (const item of pieces.items) {
      const { values, faults } = yamlValues(item.text);
      if (faults.length > 0 || !Array.isArray(values[0])) {
        return undefined;
      }
      items.push({ manifest: values[0][0], file: this, piece: item, document: 0, path: [0] });
    }
    return items;
  }

  private documentsOf(piece: TextPiece): SourceManifest[] {
    if (piece.text.length > LONGEST) {
      const size = Math.round(piece.text.length / 1024 / 1024);
      const message = `A document of ${size} MiB is longer than one that can be read (${LONGEST / 1024 / 1024} MiB). Split it into documents.`;
      this.faults.push({ place: this.lines.placeOf(piece.offset), message });
      return [];
    }
    const { values, faults } = yamlValues(piece.text);
    if (faults.length > 0 && values.length === 0 && isTemplateSource(piece.text)) {
      this.templates++;
      return [];
    }
    this.faults.push(...faults.map(({ offset, message }) => ({ place: this.lines.placeOf(piece.offset + offset), message })));
    return values.flatMap((value, document) =>
      value === null ? [] : [{ manifest: value as Manifest, file: this, piece, document, path: [] }],
    );
  }

  private sort(source: SourceManifest, { parameters = NO_PARAMETERS, isAside, isDump }: ReadOptions, strays: SourceManifest[]): void {
    const kind = documentKind(source.manifest);
    if (kind === DocumentKind.TEMPLATE) {
      this.templates++;
    } else if (isAside) {
      this.others++;
    } else if (kind === DocumentKind.OTHER) {
      strays.push(source);
    } else {
      const { objects, faults, parameters: names } = unfold(source.manifest, parameters, isDump);
      this.manifests.push(
        ...objects.map(({ value, path }) => ({ ...source, manifest: withoutNulls(value as Manifest), path: [...source.path, ...path] })),
      );
      for (const { value, path } of objects) {
        this.deliver(source, value, path);
      }
      this.faults.push(...faults.map(({ path, message }) => ({ message, place: this.placeOf(source, path) })));
      for (const name of names) {
        this.parameters.add(name);
      }
    }
  }

  private deliver(source: SourceManifest, value: unknown, path: FieldPath): void {
    const position = `${this.path} ${source.piece.offset} ${source.document} ${path.join('.')}`;
    for (const object of deliveredBy(value, position)) {
      const { world } = object;
      this.delivered.push({ ...source, manifest: withoutNulls(object.value), path: [...source.path, ...path, ...object.path], world });
    }
  }

  /** Whoever applies a file with objects applies all of it: what is no object there is refused. Elsewhere it is none of ours. */
  private place(strays: readonly SourceManifest[]): void {
    if (this.manifests.length > 0) {
      this.manifests.push(...strays.map((stray) => ({ ...stray, manifest: withoutNulls(stray.manifest) })));
    } else {
      this.others += strays.length;
    }
  }
}
