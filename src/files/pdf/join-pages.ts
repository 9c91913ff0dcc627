// Pages as one document: page numbers and what is printed on every page are left out, tables and paragraphs that go on are joined. Pure.
import type { SourceBlock, SourceCell } from '../document/source.ts';
import type { PageBlock, PageCell } from './page-blocks.ts';
import { paragraphsOf, type TextLine } from './text-lines.ts';

type PageRow = { readonly cells: readonly PageCell[]; readonly page: number };
type Page = { readonly height: number; readonly blocks: readonly PageBlock[] };

const pageNumber =
  /^(?:[-—–－―~·\s]*\d{1,4}[-—–－―~·\s]*|第\s*\d+\s*页(?:\s*[,，/共]?\s*共?\s*\d+\s*页)?|\d+\s*\/\s*\d+)$/;
/** Of the page's height, from above and from below: where running heads and page numbers stand. */
const margin = 0.12;
/** pt between the lines of two tables that are one. */
const near = 6;

export function joinPages(pages: readonly Page[]): readonly SourceBlock[] {
  const repeated = repeatedOf(pages);
  const all = pages.map(({ height, blocks }) =>
    blocks.filter(
      (block) =>
        block.kind === 'table' ||
        !isMarginal(block, height) ||
        !(pageNumber.test(block.text) || repeated.has(shapeOf(block.text))),
    ),
  );
  const joined: SourceBlock[] = [];
  let table: { xs: readonly number[]; rows: readonly PageRow[] } | undefined;
  let lines: TextLine[] = [];
  const endTable = (): void => {
    if (table) joined.push(tableOf(table.xs, table.rows));
    table = undefined;
  };
  const endLines = (): void => {
    joined.push(...paragraphsOf(lines).map(({ text }): SourceBlock => ({ kind: 'paragraph', text })));
    lines = [];
  };
  for (const [at, blocks] of all.entries()) {
    const page = at + 1;
    // Lines of the next page follow as if there were no edge between.
    let below = 0;
    for (const [n, block] of blocks.entries()) {
      if (block.kind === 'line') {
        endTable();
        const last = lines.at(-1);
        if (n === 0) below = last ? last.y + 1.5 * block.size - block.y : 0;
        lines.push({ ...block, y: block.y + below });
        continue;
      }
      if (table && n === 0 && goesOn(table.xs, block.xs)) {
        const { xs, rows } = table;
        table = { xs: union(xs, block.xs), rows: [...rows, ...withoutHead(rows, rowsOf(block, page))] };
        continue;
      }
      endTable();
      endLines();
      table = { xs: block.xs, rows: rowsOf(block, page) };
    }
  }
  endTable();
  endLines();
  return joined;
}

const rowsOf = ({ rows }: { readonly rows: readonly (readonly PageCell[])[] }, page: number): readonly PageRow[] =>
  rows.map((cells) => ({ cells, page }));

function tableOf(xs: readonly number[], all: readonly PageRow[]): SourceBlock {
  const rows = withoutFilling(all.map(({ cells }) => cells)).map((row) => spanned(row, xs));
  return { kind: 'table', rows, pages: all.map(({ page }) => page) };
}

const isMarginal = ({ y, size }: TextLine, height: number): boolean =>
  y < height * margin || y - size > height * (1 - margin);

/** Running heads and feet are the same on several pages, but for numbers. */
const shapeOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

function repeatedOf(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { height, blocks } of pages) {
    const shapes = blocks.flatMap((block) =>
      block.kind === 'line' && isMarginal(block, height) ? [shapeOf(block.text)] : [],
    );
    for (const shape of new Set(shapes)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1 && count >= pages.length / 2).map(([shape]) => shape));
}

/** As wide as the table before, and with its columns, or some of them: rows of one table may be divided otherwise. */
function goesOn(xs: readonly number[], next: readonly number[]): boolean {
  const [few, many] = xs.length < next.length ? [xs, next] : [next, xs];
  const isEdge = (at: number): boolean => Math.abs((xs.at(at) ?? 0) - (next.at(at) ?? 0)) <= near;
  return isEdge(0) && isEdge(-1) && few.every((x) => many.some((other) => Math.abs(x - other) <= near));
}

const union = (xs: readonly number[], next: readonly number[]): readonly number[] =>
  xs.length >= next.length ? xs : next;

/**
 * A table whose boxes lost their spans: programs fill the rest of its rows with empty boxes, and what stands in a row no longer stands under
 * its heading. The headings tell, which end with several empty boxes. Without them it is as a page without spans has it.
 */
function withoutFilling(rows: readonly (readonly PageCell[])[]): readonly (readonly PageCell[])[] {
  const isBlank = ({ text }: PageCell): boolean => text.trim() === '';
  const ownOf = (row: readonly PageCell[]): readonly PageCell[] => row.slice(0, row.length - trailing(row));
  const trailing = (row: readonly PageCell[]): number => {
    const last = [...row].reverse().findIndex((cell) => !isBlank(cell));
    return last < 0 ? row.length : last;
  };
  const first = rows.findIndex((row) => row.some(({ text }) => /^\s*[-+\d]/.test(text)));
  const heads = rows.slice(0, Math.max(0, first));
  const isFilled = heads.some((row) => trailing(row) > 1 && trailing(row) < row.length);
  return isFilled ? rows.map(ownOf) : rows;
}

function spanned(row: readonly PageCell[], xs: readonly number[]): readonly SourceCell[] {
  const columnOf = (x: number): number => {
    const apart = xs.map((one) => Math.abs(one - x));
    return apart.indexOf(Math.min(...apart));
  };
  return row.map(({ text, left, right, rowSpan }) => ({
    text,
    colSpan: Math.max(1, columnOf(right) - columnOf(left)),
    rowSpan,
  }));
}

/** A head that is printed again on the next page is no rows of the table. */
function withoutHead(before: readonly PageRow[], rows: readonly PageRow[]): readonly PageRow[] {
  const said = (row: PageRow | undefined): string =>
    (row?.cells ?? []).map(({ text }) => text.replace(/\s+/g, '')).join('|');
  let same = 0;
  while (
    same < rows.length &&
    said(rows[same]) !== '' &&
    /[^\d|]/.test(said(rows[same])) &&
    said(rows[same]) === said(before[same])
  )
    same++;
  return rows.slice(same);
}
