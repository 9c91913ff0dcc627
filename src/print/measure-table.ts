// Heights of a drawn table's rows. A row that is higher than a page is cut into parts, one for each line of its
// boxes.
import type { Layout } from '../formats/layout.ts';
import { lineEnds } from './line-ends.ts';
import type { Measured } from './paginate.ts';
import { labelsOf, type PaperRow, wholeRows } from './table-rows.ts';

type MeasuredTable = Pick<Measured, 'head' | 'rows' | 'spans'> & { readonly paperRows: readonly PaperRow[] };
type Part = { readonly height: number; readonly row: PaperRow };

/** Pixels that the middles of two lines in a box lie apart at least. */
const linesApart = 4;

/** The table stands there with all its rows. */
export function measureTable(table: Element, layout: Layout, pageHeight: number): MeasuredTable {
  const drawn = [...table.querySelectorAll('tbody > tr')];
  const heights = drawn.map((row) => row.getBoundingClientRect().height);
  const head = table.getBoundingClientRect().height - heights.reduce((sum, height) => sum + height, 0);
  const parts = wholeRows(layout).flatMap((row, at): readonly Part[] => {
    const height = heights[at] ?? 0;
    return head + height <= pageHeight ? [{ height, row }] : cutRow(drawn[at] as Element, at);
  });
  const paperRows = parts.map(({ row }) => row);
  // Boxes of rows that are cut have their edges on each page.
  const edges = parts.length === heights.length ? 0 : around(table.querySelector('td') as Element);
  return {
    head: head + edges,
    rows: parts.map(({ height }) => height),
    spans: spansOf(table, layout, paperRows),
    paperRows,
  };
}

/** What each label beside several rows needs. */
function spansOf(table: Element, layout: Layout, paperRows: readonly PaperRow[]): Measured['spans'] {
  const drawn = [...table.querySelectorAll('tbody > tr > th')];
  const labels = labelsOf(layout, paperRows);
  return labels.flatMap(({ from, to }, at) => {
    const label = drawn[at];
    return to - from > 1 && label ? [{ from, to, need: contentHeight(label) + around(label) }] : [];
  });
}

function contentHeight(cell: Element): number {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getBoundingClientRect().height;
}

/** Padding and borders above and below. */
function around(cell: Element): number {
  const { paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = getComputedStyle(cell);
  return [paddingTop, paddingBottom, borderTopWidth, borderBottomWidth].reduce(
    (sum, width) => sum + (Number.parseFloat(width) || 0),
    0,
  );
}

/** A part for each line. */
function cutRow(row: Element, at: number): readonly Part[] {
  const cells = [...row.querySelectorAll<HTMLElement>('td[data-cell]')].map((cell) => {
    const ends = lineEnds(cell, linesApart);
    return { id: cell.dataset.cell ?? '', ends, lineHeight: contentHeight(cell) / Math.max(1, ends.length) };
  });
  const count = Math.max(1, ...cells.map(({ ends }) => ends.length));
  const endOf = (ends: readonly number[], line: number): number => ends[Math.min(line, ends.length) - 1] ?? 0;
  return Array.from({ length: count }, (_, part) => {
    const cuts = new Map(cells.map(({ id, ends }) => [id, [endOf(ends, part), endOf(ends, part + 1)] as const]));
    const height = Math.max(0, ...cells.map(({ ends, lineHeight }) => (part < ends.length ? lineHeight : 0)));
    return { height, row: { row: at, part, cuts } };
  });
}
