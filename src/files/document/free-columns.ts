// Where the cells of a table with spans stand: each takes the first column that no cell from a row above covers.

/** Rows have to come from the top down, and the cells of a row from left to right. */
export function createFreeColumns() {
  // For each column the first row that is free again.
  const free: number[] = [];
  return {
    /** The first column at or after `from` that is free in `row`. */
    next(row: number, from: number): number {
      let column = from;
      while ((free[column] ?? 0) > row) column++;
      return column;
    },
    /** Covers the columns up to `to`, which is not one of them, for `rows` rows. */
    cover(row: number, rows: number, from: number, to: number): void {
      for (let column = from; column < to; column++) free[column] = row + rows;
    },
  };
}
