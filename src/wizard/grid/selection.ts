// A rectangle of cells, from the one where it began to the one it was drawn to. Pure.
import type { Cell } from '../../report/format.ts';
import type { Place, Rows } from './places.ts';

export type Range = { readonly from: Place; readonly to: Place };
export type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export function boxOf({ from, to }: Range): Box {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

/** Row by row. */
export function cellsIn(rows: Rows, { top, bottom, left, right }: Box): readonly (readonly Cell[])[] {
  return rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

export function everything(rows: Rows): Range {
  const row = rows.length - 1;
  return { from: { row: 0, column: 0 }, to: { row, column: (rows[row]?.length ?? 1) - 1 } };
}

/** All columns, or all rows, that a rectangle has part of. */
export function lineOf(rows: Rows, range: Range, by: 'row' | 'column'): Range {
  const { top, bottom, left, right } = boxOf(range);
  const last = rows.length - 1;
  return by === 'column'
    ? { from: { row: 0, column: left }, to: { row: last, column: right } }
    : { from: { row: top, column: 0 }, to: { row: bottom, column: Math.max(...rows.map((row) => row.length)) - 1 } };
}
