// Where pages end: measured heights in, pages out. It knows no browser and no words. A page ends at the best place that leaves it in
// its room, and of equally good ones at the last; where there is no good place it ends all the same, so that nothing is left out.

export type Measured = {
  /** Between it and what stands above it on the same page. */
  readonly gap: number;
  /** Heights of the lines of a text, or of the rows of a table. */
  readonly rows: readonly number[];
  readonly isTable: boolean;
  /** A title or heading: it is not broken itself. */
  readonly isHeading: boolean;
  /** Height of a table's head, which stands on each of its pages. */
  readonly head: number;
  /** Labels beside several rows: what a label needs, also beside fewer of them. `to` is the row after the last. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly need: number }[];
  readonly keepsNext: boolean;
  readonly whole?: number | undefined;
};

/** Rows of one block that stand on one page; `to` is the row after the last. */
export type Piece = { readonly block: number; readonly from: number; readonly to: number };

/** How bad it is to end a page in a place. */
const end = { ofReport: 0, free: 1, inWhole: 2, loneLine: 3, inTable: 4, beforeNext: 5, anywhere: 6 } as const;

/** Heights are rounded by browsers. */
const tolerance = 0.5;

type Unit = { readonly block: Measured; readonly at: number; readonly row: number };

/** No page is empty; a row higher than a page has one for itself. */
export function paginate(blocks: readonly Measured[], height: number): readonly (readonly Piece[])[] {
  const units = blocks.flatMap((block, at) => block.rows.map((_, row): Unit => ({ block, at, row })));
  const pages: (readonly Piece[])[] = [];
  let start = 0;
  while (start < units.length) {
    const next = pageEnd(units, start, height + tolerance);
    pages.push(piecesOf(units.slice(start, next)));
    start = next;
  }
  return pages;
}

/** The first unit that does not stand on the page that begins with `start`. */
function pageEnd(units: readonly Unit[], start: number, height: number): number {
  let used = 0;
  let best = start + 1;
  let bestCost: number = end.anywhere;
  /** The first row on this page of the table that is being filled in. */
  let top = 0;
  for (let at = start; at < units.length; at++) {
    const unit = units[at] as Unit;
    const { block, row } = unit;
    if (at === start || row === 0) {
      top = row;
      used += block.head + (at === start ? 0 : block.gap);
    }
    used += block.rows[row] ?? 0;
    if (used > height) break;
    const lack = lackOf(block, top, row + 1);
    if (row === block.rows.length - 1) used += lack;
    if (used + (row === block.rows.length - 1 ? 0 : lack) > height) continue;
    const cost = costAfter(unit, units[at + 1]);
    if (cost <= bestCost) {
      best = at + 1;
      bestCost = cost;
    }
  }
  return best;
}

/** What labels need beyond the rows that are left beside them: at the top of a page, and at its foot. */
function lackOf({ spans, rows }: Measured, top: number, bottom: number): number {
  let above = 0;
  let below = 0;
  for (const { from, to, need } of spans) {
    if (to <= top || from >= bottom) continue;
    const beside = rows.slice(Math.max(from, top), Math.min(to, bottom)).reduce((sum, row) => sum + row, 0);
    if (from < top) above = Math.max(above, need - beside);
    else if (to > bottom) below = Math.max(below, need - beside);
  }
  return above + below;
}

function costAfter({ block, row }: Unit, next: Unit | undefined): number {
  if (!next) return end.ofReport;
  const isWhole = block.whole !== undefined && block.whole === next.block.whole;
  if (block !== next.block) {
    if (block.keepsNext) return end.beforeNext;
    return isWhole ? end.inWhole : end.free;
  }
  if (block.isTable) return end.inTable;
  if (block.isHeading) return end.beforeNext;
  const isLone = row === 0 || row === block.rows.length - 2;
  if (isLone) return end.loneLine;
  return isWhole ? end.inWhole : end.free;
}

function piecesOf(units: readonly Unit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { at, row } of units) {
    const last = pieces[pieces.length - 1];
    if (last?.block === at) pieces[pieces.length - 1] = { ...last, to: row + 1 };
    else pieces.push({ block: at, from: row, to: row + 1 });
  }
  return pieces;
}
