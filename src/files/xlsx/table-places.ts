// Where the headings and boxes of an official table stand in its sheet: under a row with the caption. Writing and reading both
// go by it, so they cannot differ.
import type { Layout } from '../../formats/layout.ts';
import { type PartPlace, partPlaces } from '../paper/part-places.ts';
import type { Place } from './address.ts';

/** Rows above the table. */
export const captionRows = 1;

/** Row and column are those of the sheet. */
export function placesOf(layout: Layout): readonly PartPlace[] {
  return partPlaces(layout).map((place) => ({ ...place, row: captionRows + place.row }));
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
