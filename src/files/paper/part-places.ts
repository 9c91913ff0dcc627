// Where the headings and boxes of an official table stand, as its layout spans them. Whatever writes the table goes by it.
import type { Box, Head, Layout } from '../../formats/layout.ts';
import { createFreeColumns } from '../document/free-columns.ts';

/** Row and column are counted from 0 within the table. */
export type PartPlace = {
  readonly row: number;
  readonly col: number;
  readonly part: Head | Box;
  readonly rowSpan: number;
};

export function partPlaces({ head, bodies }: Layout): readonly PartPlace[] {
  const columns = createFreeColumns();
  return [...head, ...bodies.flat()].flatMap(({ parts }, row) => {
    let end = 0;
    return parts.map((part): PartPlace => {
      const col = columns.next(row, end);
      const rowSpan = part.kind === 'head' ? part.rowSpan : 1;
      end = col + part.colSpan;
      columns.cover(row, rowSpan, col, end);
      return { row, col, part, rowSpan };
    });
  });
}
