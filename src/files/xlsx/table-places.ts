// Where the headings and boxes of an official table stand in its sheet: under a row with the caption, as the layout spans
// them. Writing and reading both go by it, so they cannot differ.
import type { Box, Head, Layout } from '../../formats/layout.ts';
import type { Place } from './address.ts';

export type PlacedPart = Place & { readonly part: Head | Box; readonly rowSpan: number };

/** Rows above the table. */
export const captionRows = 1;

export function placesOf({ head, bodies }: Layout): readonly PlacedPart[] {
  const placed: PlacedPart[] = [];
  // For each grid column the first row that is free again.
  const free: number[] = [];
  [...head, ...bodies.flat()].forEach(({ parts }, at) => {
    const row = captionRows + at;
    let col = 0;
    for (const part of parts) {
      while ((free[col] ?? 0) > row) col++;
      const rowSpan = part.kind === 'head' ? part.rowSpan : 1;
      placed.push({ row, col, part, rowSpan });
      for (let taken = 0; taken < part.colSpan; taken++) free[col + taken] = row + rowSpan;
      col += part.colSpan;
    }
  });
  return placed;
}

/** The first row below the table. */
export function endRow({ head, bodies }: Layout): number {
  return captionRows + head.length + bodies.flat().length;
}

/** Where each box stands, by cell id. */
export function boxPlaces(layout: Layout): ReadonlyMap<string, Place> {
  return new Map(
    placesOf(layout).flatMap(({ part, row, col }) =>
      part.kind === 'box' ? [[part.cell.id, { row, col }] as const] : [],
    ),
  );
}
