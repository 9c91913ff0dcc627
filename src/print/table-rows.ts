// Rows of a table as they stand on one page: labels beside several rows say themselves again on the next page.
// Pure: how high anything is, is known elsewhere.
import type { Box, Head, Layout } from '../formats/layout.ts';

/** From one character of what a box says to before another. */
type Cut = readonly [from: number, to: number];

/** A row of the layout, counted over all bodies, or a part of one that is higher than a page. */
export type PaperRow = {
  readonly row: number;
  /** 0 where the row begins. */
  readonly part: number;
  /** What boxes say in this part, by cell id; absent in a whole row. */
  readonly cuts?: ReadonlyMap<string, Cut>;
};

export type DrawnPart = Head | (Box & { readonly cut?: Cut | undefined; readonly isContinued: boolean });
export type DrawnRow = { readonly key: string; readonly parts: readonly DrawnPart[] };

/** Each row as one. */
export const wholeRows = ({ bodies }: Layout): readonly PaperRow[] => bodies.flat().map((_, row) => ({ row, part: 0 }));

/** The labels beside several of the rows, as places among the rows; `to` is the row after the last. */
export function labelsOf(
  layout: Layout,
  rows: readonly PaperRow[],
): readonly { head: Head; from: number; to: number }[] {
  return layout.bodies.flat().flatMap(({ parts }, first) =>
    parts.flatMap((head) => {
      if (head.kind !== 'head') return [];
      const beside = rows.flatMap(({ row }, at) => (row >= first && row < first + head.rowSpan ? [at] : []));
      const [from] = beside;
      return from === undefined ? [] : [{ head, from, to: from + beside.length }];
    }),
  );
}

/** Parts of a row that stand on one page are one row there. */
function joinedRows(parts: readonly PaperRow[]): readonly PaperRow[] {
  const rows: PaperRow[] = [];
  for (const part of parts) {
    const last = rows[rows.length - 1];
    if (last?.row !== part.row) rows.push(part);
    else rows[rows.length - 1] = { ...last, cuts: joinedCuts(last.cuts, part.cuts) };
  }
  return rows;
}

function joinedCuts(first: PaperRow['cuts'], next: PaperRow['cuts']): ReadonlyMap<string, Cut> {
  return new Map([...(first ?? [])].map(([id, [from, to]]) => [id, [from, next?.get(id)?.[1] ?? to]]));
}

/** By bodies; one of which nothing stands on the page is left out. */
export function drawnRows(layout: Layout, parts: readonly PaperRow[]): readonly (readonly DrawnRow[])[] {
  const rows = joinedRows(parts);
  const labels = labelsOf(layout, rows);
  let first = 0;
  return layout.bodies.flatMap((body) => {
    const [begin, after] = [first, first + body.length];
    first = after;
    const own = rows.flatMap((paperRow, at): DrawnRow[] => {
      const { row, part, cuts } = paperRow;
      if (row < begin || row >= after) return [];
      const { key, parts } = body[row - begin] as Layout['bodies'][number][number];
      const heads = labels.flatMap(({ head, from, to }) => (from === at ? [{ ...head, rowSpan: to - from }] : []));
      const boxes = parts.flatMap((box) =>
        box.kind === 'box' ? [{ ...box, cut: cuts?.get(box.cell.id), isContinued: part > 0 }] : [],
      );
      return [{ key: `${key}/${part}`, parts: [...heads, ...boxes] }];
    });
    return own.length === 0 ? [] : [own];
  });
}
