// What is written where a figure is filled on over a selection, as people have it from spreadsheets. Pure.
import type { Cell } from '../../report/format.ts';
import type { Place, Rows } from './places.ts';
import type { Box } from './selection.ts';

/** From the first row down, from the first column to the right, or from the cell one is at into all. */
export type FillBy = 'down' | 'right' | 'here';

type Change = { readonly cell: string; readonly to: string };

/** Totals are left to be computed. A single row or column takes over what stands before it. */
export function filled(
  rows: Rows,
  box: Box,
  here: Place,
  by: FillBy,
  textOf: (cell: Cell) => string,
): readonly Change[] {
  const isLine = by === 'down' ? box.top === box.bottom : by === 'right' && box.left === box.right;
  const back = isLine ? 1 : 0;
  const changes: Change[] = [];
  for (let row = box.top; row <= box.bottom; row++) {
    for (let column = box.left; column <= box.right; column++) {
      const cell = rows[row]?.[column];
      const from =
        by === 'here'
          ? rows[here.row]?.[here.column]
          : by === 'down'
            ? rows[box.top - back]?.[column]
            : rows[row]?.[box.left - back];
      if (!cell || !from || cell === from || cell.total) continue;
      changes.push({ cell: cell.id, to: textOf(from) });
    }
  }
  return changes;
}
