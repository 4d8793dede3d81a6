import type { SourcePlace } from './fault';
import type { TextSpan } from './locate';
import type { TextLines } from './text-lines';

/** A piece of a file: lines and columns count from 1, the end is behind the last character. */
export interface SourceRegion {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a piece of a text is. */
export function regionOfSpan(lines: TextLines, span: TextSpan, offset = 0): SourceRegion {
  const start = lines.placeOf(offset + Math.max(span.start, 0));
  const end = span.end === undefined ? endOfLine(lines, start) : lines.placeOf(offset + span.end);
  return { ...start, endLine: end.line, endColumn: end.column };
}

function endOfLine(lines: TextLines, { line, column }: SourcePlace): SourcePlace {
  return { line, column: Math.max(column, lines.line(line).trimEnd().length + 1) };
}
