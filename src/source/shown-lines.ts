import { type FieldPath, isSecretPlace, REDACTED, withoutSecrets } from '../facts';
import type { SyntaxNode } from './syntax-tree';
import type { TextLines } from './text-lines';

/** A line of a file. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** Offsets in the text of a file. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where an object is written: the node, where its text begins in the file, and the object itself. */
export interface WrittenObject {
  readonly node: SyntaxNode;
  readonly offset: number;
  readonly manifest: object;
  /** Whether nobody knows what stands at a path. */
  readonly isUnknown: (path: FieldPath) => boolean;
}

/** Lines of a file as they may be shown: without the values that are secret by their place, and those that nobody knows. */
export function shownLines(lines: TextLines, first: number, last: number, object: WrittenObject): SourceLine[] {
  const stretch = { start: lines.startOf(first), end: lines.startOf(last + 1) };
  const secrets = secretsWithin(lines, object, stretch);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index;
    return { number, text: masked(lines.line(number), lines.startOf(number), secrets) };
  });
}

function secretsWithin(lines: TextLines, { node, offset, manifest, isUnknown }: WrittenObject, stretch: Stretch): Stretch[] {
  const found: Stretch[] = [];
  const visit = (current: SyntaxNode, path: FieldPath): void => {
    const start = offset + current.start;
    if (current.start < 0 || start >= stretch.end) {
      return;
    }
    current.items?.forEach((item, index) => {
      visit(item, [...path, index]);
    });
    for (const { key, value } of current.entries ?? []) {
      visit(value, [...path, key]);
    }
    const end = offset + (current.textEnd ?? current.start);
    const isPlain = current.items === undefined && current.entries === undefined;
    if (
      isPlain &&
      end > stretch.start &&
      end > start &&
      (isSecretPlace(path, manifest) || isUnknown(path) || isSecretText(lines, start, end))
    ) {
      found.push({ start, end });
    }
  };
  visit(node, []);
  return found;
}

/** Line by line a private key does not look like one. */
function isSecretText(lines: TextLines, start: number, end: number): boolean {
  const text = lines.between(start, end);
  return text.includes('\n') && withoutSecrets(text) !== text;
}

/** A line with what is secret in it taken out; of a block of text the indentation stays. */
function masked(line: string, start: number, secrets: readonly Stretch[]): string {
  let text = line;
  for (const secret of [...secrets].reverse()) {
    const from = Math.max(secret.start - start, line.length - line.trimStart().length);
    const to = Math.min(secret.end - start, line.length);
    if (from < to) {
      text = text.slice(0, from) + REDACTED + text.slice(to);
    }
  }
  return text;
}
