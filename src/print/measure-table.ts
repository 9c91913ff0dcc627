// Heights of a drawn table's rows. A row that is higher than a page is cut into parts that are not, between the lines of its boxes.
import type { Layout } from '../formats/layout.ts';
import { lineEnds } from './line-ends.ts';
import type { Measured } from './paginate.ts';
import { type Cut, labelsOf, type PaperRow, wholeRows } from './table-rows.ts';

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
    return head + height <= pageHeight ? [{ height, row }] : cutRow(drawn[at] as Element, at, pageHeight - head);
  });
  const paperRows = parts.map(({ row }) => row);
  return { head, rows: parts.map(({ height }) => height), spans: spansOf(table, layout, paperRows), paperRows };
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

function cutRow(row: Element, at: number, room: number): readonly Part[] {
  const cells = [...row.querySelectorAll<HTMLElement>('td[data-cell]')];
  const label = Math.max(0, ...[...row.querySelectorAll('th')].map((cell) => contentHeight(cell) + around(cell)));
  const cut = cells.map((cell) => ({ id: cell.dataset.cell ?? '', pieces: cutCell(cell, room - around(cell)) }));
  const count = Math.max(...cut.map(({ pieces }) => pieces.length));
  return Array.from({ length: count }, (_, part) => {
    const cuts = new Map<string, Cut>(cut.map(({ id, pieces }) => [id, pieces[part]?.cut ?? [0, 0]]));
    const height = Math.max(label, ...cut.map(({ pieces }) => pieces[part]?.height ?? 0));
    return { height, row: { row: at, part, cuts } };
  });
}

/** Pieces of a box's text, none higher than the room. */
function cutCell(cell: Element, room: number): readonly { readonly cut: Cut; readonly height: number }[] {
  const ends = lineEnds(cell, linesApart);
  if (ends.length === 0) return [];
  const lineHeight = contentHeight(cell) / ends.length;
  const each = Math.max(1, Math.floor(room / lineHeight));
  const pieces = [];
  for (let first = 0; first < ends.length; first += each) {
    const last = Math.min(first + each, ends.length);
    const cut: Cut = [ends[first - 1] ?? 0, ends[last - 1] ?? 0];
    pieces.push({ cut, height: (last - first) * lineHeight + around(cell) });
  }
  return pieces;
}
