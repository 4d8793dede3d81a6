import type { FieldPath } from '../facts';
import type { SyntaxEntry, SyntaxNode } from './syntax-tree';

/** A piece of a text by its offsets; the end is behind the last character. */
export interface TextSpan {
  readonly start: number;
  /** Undefined: the end of the line. */
  readonly end?: number;
}

/**
 * Where a field is written, or, if it is not, the nearest thing above it. A scalar is where its value stands; of what spreads
 * over lines it is the key, or the first line of an entry in a list.
 */
export function locate(root: SyntaxNode, path: FieldPath): TextSpan {
  let node = root;
  let span: TextSpan = { start: root.start };
  for (const step of path) {
    const found = typeof step === 'number' && node.items !== undefined ? item(node.items[step]) : entrySpan(node, String(step));
    if (found === undefined) {
      return span;
    }
    node = found.node;
    span = found.span;
  }
  return span;
}

/** What is written at a path; undefined: nothing. */
export function nodeAt(root: SyntaxNode, path: FieldPath): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const step of path) {
    node =
      node === undefined
        ? undefined
        : typeof step === 'number' && node.items !== undefined
          ? node.items[step]
          : entryOf(node, String(step))?.value;
  }
  return node;
}

/** Where what stands behind the node at the end of a path begins, in the same list; undefined: nothing does. */
export function nextSibling(root: SyntaxNode, path: FieldPath): number | undefined {
  const [index] = path.slice(-1);
  const list = nodeAt(root, path.slice(0, -1))?.items;
  const next = typeof index === 'number' ? list?.[index + 1]?.start : undefined;
  return next === undefined || next < 0 ? undefined : next;
}

interface Found {
  readonly node: SyntaxNode;
  readonly span: TextSpan;
}

function item(node: SyntaxNode | undefined): Found | undefined {
  return node === undefined || node.start < 0 ? undefined : { node, span: { start: node.start, end: node.end } };
}

function entrySpan(node: SyntaxNode, key: string): Found | undefined {
  const entry = entryOf(node, key);
  if (entry === undefined) {
    return undefined;
  }
  const { keyNode, value } = entry;
  const shown = value.end === undefined ? keyNode : value;
  return { node: value, span: { start: shown.start, end: shown.end } };
}

/** The entry of a mapping that counts: the last one, be it written there or merged. */
function entryOf({ entries = [] }: SyntaxNode, key: string): SyntaxEntry | undefined {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    const found = entry.merges ? mergedEntry(entry.value, key) : entry.key === key ? entry : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function mergedEntry(merged: SyntaxNode, key: string): SyntaxEntry | undefined {
  for (const source of merged.items ?? [merged]) {
    const found = entryOf(source, key);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
