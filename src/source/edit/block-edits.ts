import type { YAMLMap, YAMLSeq } from 'yaml';
import type { DocumentText, WrittenNode, WrittenPair } from './document-text';
import { EditRefusal } from './refusal';
import { entryText, itemText } from './render';
import type { Splice } from './splice';

/** A new last entry of a mapping. */
export function addedEntry(text: DocumentText, map: YAMLMap, key: string, value: unknown): Splice {
  const [first, last] = [map.items[0], map.items[map.items.length - 1]] as [WrittenPair, WrittenPair];
  const column = text.columnOf(first.key.range[0]);
  return lineBehind(text, text.pairEnd(last), ' '.repeat(column) + entryText(key, value, column, text.style));
}

/** A new entry of a list, before the one that stands at its index, or as the last. */
export function addedItem(text: DocumentText, seq: YAMLSeq, index: number, value: unknown): Splice {
  const column = text.columnOf(text.dashOf(seq, 0));
  const line = ' '.repeat(column) + itemText(value, column, text.style);
  if (index >= seq.items.length) {
    return lineBehind(text, text.endOf(seq.items[seq.items.length - 1] as WrittenNode), line);
  }
  const start = text.lineStart(text.dashOf(seq, index));
  refuseWithin(text, start, text.dashOf(seq, index));
  return { start, end: start, text: line + text.style.eol };
}

/** An entry of a mapping, which is not its only one, is taken out. */
export function removedEntry(text: DocumentText, map: YAMLMap, pair: WrittenPair): Splice {
  const start = pair.key.range[0];
  if (pair.key.anchor !== undefined || pair.key.tag !== undefined) {
    throw new EditRefusal('A key has an anchor or a tag');
  }
  return isFirstOnLine(text, start)
    ? withoutLines(text, start, text.pairEnd(pair))
    : withoutStart(text, start, text.pairEnd(pair), map.items[0] === pair);
}

/** An entry of a list, which is not its only one, is taken out. */
export function removedItem(text: DocumentText, seq: YAMLSeq, index: number): Splice {
  const start = text.dashOf(seq, index);
  const end = text.endOf(seq.items[index] as WrittenNode);
  return isFirstOnLine(text, start) ? withoutLines(text, start, end) : withoutStart(text, start, end, index === 0);
}

/** A mapping or a list loses its only entry: brackets without anything in them say so. */
export function emptied(text: DocumentText, node: WrittenNode, behind: number | undefined, brackets: string): Splice[] {
  const [start] = node.range;
  const end = withoutLineEnd(text, text.endOf(node));
  if (behind === undefined || text.lineStart(behind) === text.lineStart(start)) {
    return [{ start, end, text: brackets }];
  }
  restOfLine(text, text.endOf(node));
  const before = text.lineStart(start) - text.style.eol.length;
  return [
    { start: behind, end: behind, text: ` ${brackets}` },
    { start: before, end: text.lineEnd(end), text: '' },
  ];
}

/** The end of a value without the line end that a block of text has. */
export function withoutLineEnd({ text }: DocumentText, end: number): number {
  let last = end;
  while (last > 0 && /[\r\n]/.test(text[last - 1])) {
    last--;
  }
  return last;
}

function lineBehind(text: DocumentText, end: number, line: string): Splice {
  const { eol } = text.style;
  if (text.text[end - 1] === '\n') {
    return { start: end, end, text: line + eol };
  }
  restOfLine(text, end);
  const position = text.lineEnd(end);
  return { start: position, end: position, text: eol + line };
}

function withoutLines(text: DocumentText, start: number, end: number): Splice {
  restOfLine(text, end);
  const [first, next] = [text.lineStart(start), text.nextLine(end)];
  const isWhole = text.text[next - 1] === '\n';
  return { start: isWhole ? first : withoutLineEnd(text, first), end: next, text: '' };
}

/** What stands behind a dash is taken out, and what follows takes its place. */
function withoutStart(text: DocumentText, start: number, end: number, isFirst: boolean): Splice {
  restOfLine(text, end);
  if (!isFirst) {
    throw new EditRefusal('Entries share a line');
  }
  const next = text.nextLine(end);
  return { start, end: next + (/^\s*/.exec(text.text.slice(next)) as RegExpExecArray)[0].length, text: '' };
}

function isFirstOnLine(text: DocumentText, offset: number): boolean {
  return text.text.slice(text.lineStart(offset), offset).trim() === '';
}

function refuseWithin(text: DocumentText, start: number, end: number): void {
  if (text.text.slice(start, end).trim() !== '') {
    throw new EditRefusal('Entries share a line');
  }
}

/** Refuses where more than a comment follows on the line. */
function restOfLine(text: DocumentText, end: number): void {
  if (text.text[end - 1] !== '\n' && !/^[ \t]*(#.*)?$/.test(text.text.slice(end, text.lineEnd(end)))) {
    throw new EditRefusal('More than a comment stands behind what would change');
  }
}
