// What a claim may mean, as a person says it.
import { type Cell, rowName } from '../../report/format.ts';

/** One row by its name, several of a group by the group's, otherwise the rows with a plus. */
export function meaningName(cells: readonly Cell[]): string {
  const [first] = cells;
  if (!first) return '';
  const group = first.row.under?.at(-1);
  if (cells.length > 1 && group !== undefined && cells.every(({ row }) => row.under?.at(-1) === group)) return group;
  return cells
    .map(({ row, column, table }) => {
      if (table.section !== 3) return `${rowName(row)}${column.label}`;
      return column.id === 'total' ? rowName(row) : `${rowName(row)}（${column.label}）`;
    })
    .join('＋');
}
