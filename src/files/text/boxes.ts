// Decides which texts of a row are its boxes. An empty line is a box only where the whole text is spaced so; else a row has
// boxes only if it has as many figures as boxes and nothing says that one of them may be another row's or a page's number.

import { type OrderedRow, orders } from '../recognise/vocabulary.ts';
import { folded } from '../recognise/wording.ts';
import { pageNumber } from './figures.ts';
import type { Line } from './lines.ts';
import { type Part, type RowPart, type TableSection, widthOfFour, widthOfThree } from './parts.ts';
import { keptBoxes, type RowShape } from './spacing.ts';

/** Rows of one table that stand together. */
type Region = {
  readonly section: TableSection;
  readonly rows: RowPart[];
  /** Its figures and labels are not in the order of the form: some other row's may stand after a label. */
  isMixed: boolean;
};

/** The texts of the boxes of each row; a row whose boxes cannot be told is not among them. */
export function boxesOf(lines: readonly Line[], parts: readonly Part[]): ReadonlyMap<RowPart, readonly string[]> {
  const widths = widthsOf(parts);
  const regions = regionsOf(parts);
  const shapes = new Map<RowPart, RowShape>();
  for (const region of regions) {
    const order = orderOf(region, widths);
    if (region.section !== 4 && !order) region.isMixed = true;
    for (const [at, row] of region.rows.entries()) {
      const under = order?.find(({ key }) => key === keyOf(row))?.under ?? [];
      const above = order?.find(({ key }) => key === keyOf(region.rows[at - 1]))?.under ?? [];
      shapes.set(row, { width: widths.get(row), merged: under.filter((label, deep) => above[deep] === label).length });
    }
  }
  const isMixed = regions.some(({ isMixed }) => isMixed);
  const kept = isMixed
    ? new Map()
    : keptBoxes(lines, parts, (row) => shapes.get(row) ?? { width: undefined, merged: 0 });
  const boxes = new Map<RowPart, readonly string[]>(kept);
  const areGone = ({ rows }: Region): boolean =>
    rows.some((row) => !kept.has(row) && row.figures.length < (widths.get(row) ?? 0));
  const lastPage = lastPageOf(parts);
  for (const region of regions) {
    const order = orderOf(region, widths);
    // Where blank boxes are gone, as many figures as boxes may be a figure too few and a page's number or half a figure more.
    const areBlanksGone = region.section === 4 ? regions.some(areGone) : areGone(region);
    for (const [at, row] of region.rows.entries()) {
      const width = widths.get(row);
      if (kept.has(row) || width === undefined || row.figures.length !== width) continue;
      if (row.figures.some(({ isDoubtful }) => isDoubtful)) continue;
      const texts = row.figures.map(({ text }) => text);
      const isOneLine = row.section !== 4 && row.figures.every(({ line }) => line === row.span.to);
      if (isOneLine && !(region.isMixed && width === 1)) {
        boxes.set(row, texts);
        continue;
      }
      const beside = [region.rows[at - 1], region.rows[at + 1]];
      const isDoubtful =
        region.isMixed ||
        beside.some((other) => other?.figures.length === 0 && isSameTable(other, row)) ||
        !isFollowed(row, region.rows[at + 1], order) ||
        texts.some((text) => isPage(text, lastPage)) ||
        (areBlanksGone && !addsUp(texts, row.section));
      if (!isDoubtful) boxes.set(row, texts);
    }
  }
  return boxes;
}

const keyOf = (row: RowPart | undefined): string => (row?.word ? `${row.word.table}/${row.word.row}` : '');
const isSameTable = (a: RowPart, b: RowPart): boolean => a.word?.table === b.word?.table;

/** How many boxes each row has, by the headings over it. */
function widthsOf(parts: readonly Part[]): ReadonlyMap<RowPart, number | undefined> {
  const widths = new Map<RowPart, number | undefined>();
  let two: number | undefined;
  for (const part of parts) {
    if (part.kind === 'title') two = undefined;
    if (part.kind === 'heading' && part.section === 2) two = part.columns;
    if (part.kind !== 'row') continue;
    const width = part.section === 4 ? widthOfFour : part.section === 3 ? widthOfThree : two;
    const key = keyOf(part);
    const isOfForm = key === '' || orders.some((order) => order.some((row) => row.key === key && row.width === width));
    widths.set(part, isOfForm ? width : undefined);
  }
  return widths;
}

function regionsOf(parts: readonly Part[]): readonly Region[] {
  const regions: Region[] = [];
  for (const part of parts) {
    if (part.kind === 'paragraph') continue;
    let region = regions[regions.length - 1];
    if (region?.section !== part.section) {
      region = { section: part.section, rows: [], isMixed: false };
      regions.push(region);
    }
    if (part.kind === 'row') region.rows.push(part);
    if (part.kind === 'stray') region.isMixed = true;
    // Headings of table 三 after its rows: whole ones, as on the next page, or the text is out of order.
    if (part.kind === 'heading' && part.section === 3 && region.rows.length > 0 && part.columns !== widthOfThree)
      region.isMixed = true;
    if (part.kind === 'heading' && part.section === 4 && region.rows.length > 0) region.isMixed = true;
  }
  return regions;
}

/** The format in whose order the rows stand, each once; undefined where they stand in no such order. */
function orderOf(
  { rows, section }: Region,
  widths: ReadonlyMap<RowPart, number | undefined>,
): readonly OrderedRow[] | undefined {
  return orders
    .map((order) => order.filter((row) => row.section === section))
    .find((order) => {
      let last = -1;
      return rows.every((row) => {
        if (!row.word) return true;
        const at = order.findIndex(({ key }) => key === keyOf(row));
        const isNext = at > last && (widths.get(row) === undefined || order[at]?.width === widths.get(row));
        last = at;
        return isNext;
      });
    });
}

/** Whether the row of the form after this one follows it: where its label is lost, its figures would seem to be this one's. */
function isFollowed(row: RowPart, next: RowPart | undefined, order: readonly OrderedRow[] | undefined): boolean {
  if (row.section === 4) return true;
  if (!order || !row.word) return row.word === undefined;
  if (next && !next.word) return true;
  const at = order.findIndex(({ key }) => key === keyOf(row));
  return order[at + 1]?.key === (next ? keyOf(next) : undefined);
}

/** The number of the last page, where pages have numbers that nothing else tells: a line of its own between paragraphs. */
function lastPageOf(parts: readonly Part[]): number {
  return Math.max(0, ...parts.flatMap((part) => (part.kind === 'paragraph' ? (pageNumber(part.text) ?? []) : [])));
}

function isPage(text: string, lastPage: number): boolean {
  const number = pageNumber(text);
  return number !== undefined && number > 0 && number <= lastPage;
}

/** More pages no report has. */
const mostPages = 99;

/** Whether the totals at the end of each group of figures are their sums, as they are where none is lost. Table 二 has no
 * totals: there, whether no figure may be a page's number. */
function addsUp(texts: readonly string[], section: TableSection): boolean {
  const size = section === 3 ? widthOfThree : section === 4 ? widthOfFour / 3 : 0;
  if (size === 0) return !texts.some((text) => isPage(text, mostPages));
  const numbers = texts.map((text) => Number(folded(text).replaceAll(',', '')));
  for (let from = 0; from < numbers.length; from += size) {
    const own = numbers.slice(from, from + size);
    if (own.slice(0, -1).reduce((sum, number) => sum + number, 0) !== own[size - 1]) return false;
  }
  return true;
}
