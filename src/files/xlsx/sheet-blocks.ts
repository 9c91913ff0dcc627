// A sheet as paragraphs and tables. A row with one text is a title or a note, unless it is a row of a table whose other boxes
// are blank: borders, merged cells and neighbours tell. Blank rows divide nothing; blank columns at the sides are dropped.
import type { SourceBlock, SourceCell } from '../document/source.ts';
import { TooMuch } from '../too-much.ts';
import { isBlank, type SeenRow, seenRows, withMerges } from './merged-rows.ts';
import type { Grid } from './sheet-xml.ts';

/** What all tables of a workbook may list together, blank cells too. */
const mostRows = 5_000;
const mostCells = 200_000;

export type Listed = { rows: number; cells: number };
export const listedNone = (): Listed => ({ rows: 0, cells: 0 });

/** Throws TooMuch when `listed`, which grows, gets more than any report lists. */
export function sheetBlocks(grid: Grid, listed: Listed): readonly SourceBlock[] {
  const rows = seenRows(grid);
  listed.rows += rows.length;
  if (listed.rows > mostRows) throw new TooMuch();
  const width = tableWidth(rows);
  const isTitle = rows.map((row, at) => isParagraph(row, rows[at - 1], rows[at + 1], width));
  const blocks: SourceBlock[] = [];
  let run: SeenRow[] = [];
  const endRun = (): void => {
    if (run.some((row) => texts(row).length > 1)) blocks.push({ kind: 'table', rows: tableRows(grid, run, listed) });
    else for (const row of run) blocks.push(...paragraphs(row));
    run = [];
  };
  rows.forEach((row, at) => {
    if (isTitle[at]) {
      endRun();
      blocks.push(...paragraphs(row));
    } else run.push(row);
  });
  endRun();
  return blocks;
}

const texts = ({ cells }: SeenRow) => cells.filter(({ text }) => !isBlank(text));

type Width = { readonly first: number; readonly last: number };

/** First and last column of the rows that hold more than one text. */
function tableWidth(rows: readonly SeenRow[]): Width {
  const wide = rows.filter((row) => texts(row).length > 1).flatMap(texts);
  return {
    first: wide.reduce((first, { col }) => Math.min(first, col), Number.POSITIVE_INFINITY),
    last: wide.reduce((last, { col }) => Math.max(last, col), -1),
  };
}

function isParagraph(row: SeenRow, before: SeenRow | undefined, after: SeenRow | undefined, width: Width): boolean {
  const [cell, another] = texts(row);
  if (!cell || another) return false;
  if (row.covered.length > 0 || cell.rowSpan > 1) return false;
  const hasBoxes = row.boxes && (row.boxes.first < cell.col || row.boxes.last > cell.lastCol);
  if (cell.isBoxed || hasBoxes) return false;
  if (cell.col <= width.first && cell.lastCol >= width.last) return true;
  const isTable = (other: SeenRow | undefined, at: number): boolean => other?.row === at && texts(other).length > 1;
  return !(isTable(before, row.row - 1) && isTable(after, row.row + 1));
}

function paragraphs(row: SeenRow): readonly SourceBlock[] {
  return texts(row)
    .flatMap(({ text }) => text.split(/[\n\r\v\f\u0085\u2028\u2029]+/))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'paragraph', text }));
}

function tableRows(grid: Grid, run: readonly SeenRow[], listed: Listed): readonly (readonly SourceCell[])[] {
  const numbers = new Set(run.map(({ row }) => row));
  const stored = grid.rows.filter(({ row }) => numbers.has(row));
  // A merged cell may claim more columns than the table has: none beyond the last that stands in the file.
  const lastStored = stored.reduce((last, row) => Math.max(last, row.last), 0);
  const rows = withMerges(stored, grid.merges);
  const shown = rows.flatMap(texts);
  const first = shown.reduce((first, { col }) => Math.min(first, col), lastStored);
  const last = shown.reduce((last, { lastCol }) => Math.max(last, Math.min(lastCol, lastStored)), first);
  listed.cells += rows.length * (last - first + 1);
  if (listed.cells > mostCells) throw new TooMuch();
  return rows.map((row) => {
    const cells: SourceCell[] = [];
    for (let col = first; col <= last; col++) {
      const above = row.covered.find((span) => span.col <= col && col <= span.lastCol);
      const own = row.cells.find((cell) => cell.col <= col && col <= cell.lastCol);
      if (above) col = above.lastCol;
      else if (own) {
        const end = Math.min(own.lastCol, last);
        cells.push({ text: own.text.replace(/\r\n?/g, '\n'), colSpan: end - col + 1, rowSpan: own.rowSpan });
        col = end;
      } else cells.push({ text: '', colSpan: 1, rowSpan: 1 });
    }
    return cells;
  });
}
