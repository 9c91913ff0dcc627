// The rows of a sheet as a person sees them: merged cells as one cell with its spans, what they cover left out.
// Rows without any text are not among them, and spans count only the rows that are.
import { TooMuch } from '../too-much.ts';
import type { Grid, GridCell, GridRow, Merge } from './sheet-xml.ts';

type SeenCell = {
  readonly col: number;
  /** The last column that it covers. */
  readonly lastCol: number;
  /** Rows that it covers, of those given. */
  readonly rowSpan: number;
  readonly text: string;
  readonly isBoxed: boolean;
};

export type SeenRow = {
  /** In the sheet, counted from 0. */
  readonly row: number;
  /** From left to right: those with a text, and blank merged ones. */
  readonly cells: readonly SeenCell[];
  /** Columns taken by cells that began in a row above. */
  readonly covered: readonly { readonly col: number; readonly lastCol: number }[];
  readonly boxes?: GridRow['boxes'];
};

const mostCovered = 200_000;

export const isBlank = (text: string): boolean => text.trim() === '';

/** Throws TooMuch where merged cells overlap without end. */
export function seenRows({ rows, merges }: Grid): readonly SeenRow[] {
  const written = rows.filter(({ cells }) => cells.some(({ text }) => !isBlank(text)));
  const seen = withMerges(written, merges);
  // A text may stand hidden under a merged cell: a row of nothing else is blank too.
  const kept = new Set(seen.filter(({ cells }) => cells.some(({ text }) => !isBlank(text))).map(({ row }) => row));
  return kept.size === seen.length
    ? seen
    : withMerges(
        written.filter(({ row }) => kept.has(row)),
        merges,
      );
}

/** The same for some of the rows: what begins above them begins in the first that it covers. */
export function withMerges(rows: readonly GridRow[], merges: readonly Merge[]): readonly SeenRow[] {
  const starting = rows.map((): { merge: Merge; rowSpan: number }[] => []);
  const covering = rows.map((): Merge[] => []);
  let covered = 0;
  for (const merge of merges) {
    const first = firstFrom(rows, merge.from.row);
    const end = firstFrom(rows, merge.to.row + 1);
    covered += end - first;
    if (covered > mostCovered) throw new TooMuch();
    if (first < end) starting[first]?.push({ merge, rowSpan: end - first });
    for (let at = first + 1; at < end; at++) covering[at]?.push(merge);
  }
  return rows.map((row, at) => seenRow(row, starting[at] ?? [], covering[at] ?? []));
}

function seenRow(
  row: GridRow,
  starting: readonly { merge: Merge; rowSpan: number }[],
  covering: readonly Merge[],
): SeenRow {
  const across = ({ from, to }: Merge) => ({ col: from.col, lastCol: to.col });
  const covered = covering.map(across).sort((a, b) => a.col - b.col);
  const hidden = [...covered, ...starting.map(({ merge }) => across(merge))];
  const own = new Map(row.cells.map((cell) => [cell.col, cell]));
  const merged = starting.map(({ merge, rowSpan }): SeenCell => {
    const cell = merge.from.row === row.row ? own.get(merge.from.col) : undefined;
    return { ...across(merge), rowSpan, text: cell?.text ?? '', isBoxed: cell?.isBoxed ?? false };
  });
  const single = row.cells.filter(({ col }) => !hidden.some((span) => span.col <= col && col <= span.lastCol));
  const cells = [...merged, ...single.map(alone)].sort((a, b) => a.col - b.col);
  return { row: row.row, cells, covered, ...(row.boxes ? { boxes: row.boxes } : {}) };
}

const alone = ({ col, text, isBoxed }: GridCell): SeenCell => ({ col, lastCol: col, rowSpan: 1, text, isBoxed });

/** Position of the first row at or after `row`. */
function firstFrom(rows: readonly GridRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
