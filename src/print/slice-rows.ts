// Some of the rows of a printed table, with the headings that reach into them from above: a table that goes on on the next page says
// there what its rows belong to.
import type { Head, LayoutRow } from '../formats/layout.ts';

/** Rows `from` up to `to`; a heading over several rows spans what of them is left, and stands in the first again. */
export function sliceRows(rows: readonly LayoutRow[], from: number, to: number): readonly LayoutRow[] {
  const reaching = rows.slice(0, from).flatMap(({ parts }, at) =>
    parts.flatMap((part): Head[] => {
      if (part.kind === 'box' || at + part.rowSpan <= from) return [];
      return [{ ...part, rowSpan: at + part.rowSpan - from }];
    }),
  );
  return rows.slice(from, to).map(({ key, parts }, at) => ({
    key,
    // Outer headings stand before inner ones, and all of them before what the row has itself.
    parts: [...(at === 0 ? reaching : []), ...parts].map((part) =>
      part.kind === 'box' ? part : { ...part, rowSpan: Math.min(part.rowSpan, to - from - at) },
    ),
  }));
}
