import { isCollection, isMap, isScalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type FieldPath, fieldPathText } from '../../facts';
import { plainScalar } from '../plain-scalar';
import { addedEntry, addedItem, emptied, removedEntry, removedItem, withoutLineEnd } from './block-edits';
import type { Change } from './changes';
import type { DocumentText, Place, WrittenNode, WrittenPair } from './document-text';
import { addedWithinBrackets, removedFromBrackets } from './flow-edits';
import { EditRefusal } from './refusal';
import { inlineText, isSpread, type Quotes, scalarText, valueText } from './render';
import type { Splice } from './splice';

/** What one change is in the text. @throws EditRefusal */
export function splicesOf(text: DocumentText, change: Change): Splice[] {
  if (change.path.length === 0) {
    throw new EditRefusal('The whole document would be another one');
  }
  const holder = change.path.slice(0, -1);
  const step = change.path[change.path.length - 1];
  const collection = text.collectionAt(holder);
  switch (change.kind) {
    case 'insert':
      return [inserted(text, collection as YAMLSeq, Number(step), change.value)];
    case 'remove':
      return removed(text, collection, holder, step);
    case 'rename':
      return [renamed(text, collection as YAMLMap, holder, String(step), change.name)];
    case 'set': {
      const isNew = isMap(collection) && text.pairOf(collection, step) === undefined;
      return [
        isNew
          ? added(text, collection, String(step), change.value)
          : replaced(text, change.path, isWithinBrackets(text, holder), change.value),
      ];
    }
  }
}

function inserted(text: DocumentText, seq: YAMLSeq, index: number, value: unknown): Splice {
  return seq.flow ? addedWithinBrackets(text, seq, index, value) : addedItem(text, seq, index, value);
}

function added(text: DocumentText, map: YAMLMap, key: string, value: unknown): Splice {
  return map.flow ? addedWithinBrackets(text, map, map.items.length, value, key) : addedEntry(text, map, key, value);
}

function removed(text: DocumentText, collection: YAMLMap | YAMLSeq, holder: FieldPath, step: string | number): Splice[] {
  const index = isMap(collection) ? collection.items.indexOf(pairAt(text, collection, holder, step)) : Number(step);
  const item = collection.items[index];
  text.refuseShared(isMap(collection) ? (item as WrittenPair).value : (item as WrittenNode), [...holder, step]);
  if (collection.flow) {
    return [removedFromBrackets(text, collection, index)];
  }
  if (collection.items.length === 1) {
    const { node, behind } = text.placeOf(holder);
    return emptied(text, node, behind, isMap(collection) ? '{}' : '[]');
  }
  return [isMap(collection) ? removedEntry(text, collection, item as WrittenPair) : removedItem(text, collection, index)];
}

/** The value keeps its place, with all that stands in it and beside it. */
function renamed(text: DocumentText, map: YAMLMap, holder: FieldPath, key: string, name: string): Splice {
  const { key: written } = pairAt(text, map, holder, key);
  if (written.anchor !== undefined || written.tag !== undefined) {
    throw new EditRefusal('A key has an anchor or a tag');
  }
  const [start, end] = written.range;
  return { start, end, text: scalarText(name, text.style, quotesOf(text, written, name)) };
}

function pairAt(text: DocumentText, map: YAMLMap, holder: FieldPath, step: string | number): WrittenPair {
  const pair = text.pairOf(map, step);
  if (pair === undefined) {
    throw new EditRefusal(`${fieldPathText([...holder, step])} is not written there`);
  }
  return pair;
}

function isWithinBrackets(text: DocumentText, holder: FieldPath): boolean {
  return isFlow(text.placeOf(holder).node);
}

function isFlow(node: WrittenNode): boolean {
  return isCollection(node) && node.flow === true;
}

function isBlock(node: WrittenNode): boolean {
  return (isCollection(node) && !node.flow) || (isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'));
}

/** Another value in the place of one. */
function replaced(text: DocumentText, path: FieldPath, isInBrackets: boolean, value: unknown): Splice {
  const place = text.placeOf(path);
  const { node } = place;
  if ((node as { tag?: string }).tag !== undefined) {
    throw new EditRefusal(`${fieldPathText(path)} has a tag`);
  }
  const isOwnLine = (isSpread(value) && !isInBrackets) || isBlock(node);
  if (isOwnLine) {
    return replacedLines(text, path, place, value);
  }
  if (isScalar(node)) {
    text.refuseShared(node, path);
  }
  refuseOtherSpelling(node, value, path);
  const [start, end] = node.range;
  const written = isSpread(value) ? inlineText(value, text.style) : scalarText(value, text.style, quotesOf(text, node, value));
  const at = start === end ? place.behind : undefined;
  return at !== undefined ? { start: at, end: at, text: ` ${written}` } : { start, end, text: written };
}

/** A number such as 0777 or 1.20, or the word yes, becomes a text: which one, only its author knows. */
function refuseOtherSpelling(node: WrittenNode, value: unknown, path: FieldPath): void {
  const source = isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
  const read = source === undefined ? undefined : plainScalar(source);
  if (typeof read !== 'string' && read !== undefined && value === String(read) && source !== value) {
    throw new EditRefusal(`${fieldPathText(path)} is written as ${source}: put it in quotes, or write what is meant`);
  }
}

function replacedLines(text: DocumentText, path: FieldPath, { node, behind, column }: Place, value: unknown): Splice {
  text.refuseShared(node, path);
  const [start] = node.range;
  if (behind === undefined || typeof path[path.length - 1] === 'number') {
    throw new EditRefusal(`${fieldPathText(path)} would be something else altogether`);
  }
  if (node.range[1] > start && text.text.slice(behind, start).trim() !== '') {
    throw new EditRefusal(`A comment or an anchor stands before ${fieldPathText(path)}`);
  }
  return {
    start: behind,
    end: node.range[1] > start ? withoutLineEnd(text, text.endOf(node)) : behind,
    text: valueText(value, column, text.style),
  };
}

/** A text keeps the quotes of the one in whose place it comes; in JSON there are double ones. */
function quotesOf(text: DocumentText, node: WrittenNode, value: unknown): Quotes {
  const [first] = text.text.slice(node.range[0], node.range[1]);
  return typeof value === 'string' && (first === "'" || first === '"') ? first : undefined;
}
