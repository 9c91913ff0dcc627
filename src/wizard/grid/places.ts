// Where cells stand in a grid, and how one gets from one to another. Rows may differ in length. Pure.
import type { Cell } from '../../report/format.ts';

export type Place = { readonly row: number; readonly column: number };
export type Rows = readonly (readonly Cell[])[];

export const cellAt = (rows: Rows, { row, column }: Place): Cell | undefined => rows[row]?.[column];

export function placesOf(rows: Rows): ReadonlyMap<string, Place> {
  return new Map(rows.flatMap((cells, row) => cells.map(({ id }, column) => [id, { row, column }] as const)));
}

/** The nearest place that there is. */
export function clamp(rows: Rows, { row, column }: Place): Place {
  const line = Math.max(0, Math.min(rows.length - 1, row));
  return { row: line, column: Math.max(0, Math.min((rows[line]?.length ?? 1) - 1, column)) };
}

/** One cell on in reading order, or undefined at either end. */
export function along(rows: Rows, from: Place, step: 1 | -1): Place | undefined {
  const column = from.column + step;
  if (rows[from.row]?.[column]) return { row: from.row, column };
  const row = from.row + step;
  return rows[row] && { row, column: step === 1 ? 0 : (rows[row]?.length ?? 1) - 1 };
}

/** One cell down or up the column, going on at the other end of the next one; undefined at the last. */
export function downward(rows: Rows, from: Place, step: 1 | -1): Place | undefined {
  for (let row = from.row + step; rows[row]; row += step) {
    if (rows[row]?.[from.column]) return { row, column: from.column };
  }
  const column = from.column + step;
  const lines = rows.map((_, row) => row).filter((row) => rows[row]?.[column]);
  const row = step === 1 ? lines[0] : lines.at(-1);
  return row === undefined ? undefined : { row, column };
}
