import type { Paint, Role } from './colors';
import { columnsOf } from './wrap';

/** What stands in a table. */
export interface Cell {
  /** On one line. */
  readonly text: string;
  readonly role?: Role;
}

const GAP = '  ';

/** The columns of a table one beside the other, each as wide as the widest of its cells; the first of them on the left, the others on the right. */
export function alignedRows(rows: readonly (readonly Cell[])[], paint: Paint): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) =>
    row
      .map(({ text, role }, column) => {
        const gap = ' '.repeat(widths[column] - columnsOf(text));
        const shown = role === undefined ? text : paint(role, text);
        return column === 0 ? `${shown}${gap}` : `${gap}${shown}`;
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** The same table in pieces that are no wider than a number of columns: the first columns stand before each of them. */
export function piecesOf(rows: readonly (readonly Cell[])[], leading: number, columns: number): Cell[][][] {
  const widths = widthsOf(rows);
  const start = widths.slice(0, leading).reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  const pieces: number[][] = [];
  let used = 0;
  for (let column = leading; column < widths.length; column += 1) {
    used += widths[column] + GAP.length;
    if (pieces.length === 0 || used > columns) {
      pieces.push([]);
      used = start + GAP.length + widths[column];
    }
    pieces[pieces.length - 1].push(column);
  }
  return pieces.map((piece) => rows.map((row) => [...row.slice(0, leading), ...piece.map((column) => row[column])]));
}

function widthsOf(rows: readonly (readonly Cell[])[]): number[] {
  return rows[0].map((_head, column) => Math.max(...rows.map((row) => columnsOf(row[column].text))));
}
