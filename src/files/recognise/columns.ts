// Which column stands where, from the heading rows of a table, also where their spans are lost or their order is another.
// What cannot be told from the words gives undefined; no column is taken from its place alone.
import type { PlacedCell, PlacedRow } from './placed.ts';
import {
  applicantIds,
  columnsOfFour,
  columnsOfThree,
  groupedApplicants,
  headsOfFour,
  headsOfThree,
  outcomeIds,
} from './vocabulary.ts';
import type { Named } from './wording.ts';
import { labelOf, nearest } from './wording.ts';

/** A heading that was read although its words differ from the official ones. */
export type ReadAs = { readonly printed: string; readonly as: string };

export type Columns = {
  /** Left to right. */
  readonly columns: readonly OrderedColumn[];
  /** Undefined where the headings tell no places: in a text, or without their spans. */
  readonly grid: Grid | undefined;
};
export type Grid = {
  /** The grid column after the last of the heading rows. */
  readonly end: number;
  /** No heading has a span: a merged cell is said in its first place, and blank cells follow. */
  readonly isTakenApart: boolean;
};
export type Order = Columns & {
  readonly readAs: readonly ReadAs[];
};
export type OrderedColumn = { readonly id: string; readonly heading: PlacedCell };

type Heading = { readonly id: string | undefined; readonly cell: PlacedCell };

/** The columns of table 三 from left to right. */
export function orderOfThree(rows: readonly PlacedRow[]): Order | undefined {
  const order = applicantsIn(rows);
  return order && { ...order, grid: gridOf(order.columns, rows) };
}

/** The grid of heading rows whose columns stand side by side: without their spans they do not tell what is under them. */
export function gridOf(columns: readonly OrderedColumn[], rows: readonly PlacedRow[]): Grid | undefined {
  const isGrid =
    rows.every(({ line }) => line === undefined) &&
    columns.every(({ heading }, at) => heading.from >= (columns[at - 1]?.heading.to ?? 0));
  const cells = rows.flatMap((row) => row.cells);
  if (!isGrid) return undefined;
  return { end: Math.max(...cells.map(({ to }) => to)), isTakenApart: cells.every(({ from, to }) => to === from + 1) };
}

type Read = Omit<Order, 'grid'>;

function applicantsIn(rows: readonly PlacedRow[]): Read | undefined {
  const lines = rows.map(({ cells }) => cells.flatMap((cell) => headingOfThree(cell) ?? []));
  const start = lines.findIndex((line) => line.some(({ id }) => id !== undefined && id !== group));
  const [top = [], ...below] = lines.slice(start);
  const under = below.flat().filter(({ id }) => id !== group);
  const isMember = ({ id }: Heading): boolean => id !== undefined && groupedApplicants.includes(id);
  // The members of 法人或其他组织 are read after 总计 where they stand in a row of their own, or in a dump of one cell a line.
  const members = [...top.filter(isMember), ...under];
  const unread = top.filter(({ id }) => id === undefined);
  const over =
    top.find(({ id }) => id === group) ?? (under.length === groupedApplicants.length ? unread[0] : undefined);
  // In a row of its own 总计 comes last. Read before the members, it stands behind a heading over them that is lost.
  const total = top.findIndex(({ id }) => id === 'total');
  if (!over && total >= 0 && top.slice(total).some(isMember)) return undefined;
  const leaves = over
    ? top.flatMap((heading) => (heading === over ? members : isMember(heading) ? [] : [heading]))
    : [...top, ...under];
  return permutation(leaves, applicantIds);
}

/** Stands for 法人或其他组织, which is no column itself. */
const group = 'group';

function headingOfThree(cell: PlacedCell): Heading | undefined {
  if (cell.text === '') return undefined;
  const label = labelOf(cell.text);
  const head = nearest(label, headsOfThree);
  if (head) return head.is.kind === 'group' ? { id: group, cell } : undefined;
  return { id: nearest(label, columnsOfThree)?.is.column, cell };
}

/** The fifteen columns of table 四 as `<row>/<column>`, left to right. */
export function orderOfFour(rows: readonly PlacedRow[]): Order | undefined {
  const heads: { row: string; isNested: boolean }[] = [];
  const outcomes: Heading[] = [];
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (cell.text === '') continue;
    const label = labelOf(cell.text);
    const outcome = nearest(label, columnsOfFour);
    const head = outcome ? undefined : nearest(label, headsOfFour);
    if (head) {
      if (!heads.some(({ row }) => row === head.is.row)) heads.push(head.is);
    } else outcomes.push({ id: outcome?.is.column, cell });
  }
  const single = heads.filter(({ row, isNested }) => row !== '' && !isNested);
  const nested = heads.filter(({ isNested }) => isNested);
  // 行政复议 has its outcomes one heading row above those of 行政诉讼, so they come first in reading order.
  const reading = [...single, ...nested];
  const size = outcomeIds.length;
  if (reading.length * size !== outcomes.length || reading.length !== 3) return undefined;
  const readAs: ReadAs[] = [];
  const columnsOf = new Map<string, readonly OrderedColumn[]>();
  for (const [at, { row }] of reading.entries()) {
    const order = permutation(outcomes.slice(at * size, (at + 1) * size), outcomeIds);
    if (!order) return undefined;
    readAs.push(...order.readAs);
    columnsOf.set(
      row,
      order.columns.map(({ id, heading }) => ({ id: `${row}/${id}`, heading })),
    );
  }
  // Left to right: the heading over the nested two tells where they stand beside the single one.
  const over = heads.findIndex(({ row }) => row === '');
  const first = heads.findIndex(({ row }) => row === single[0]?.row);
  const across = over >= 0 && over < first ? [...nested, ...single] : reading;
  const columns = across.flatMap(({ row }) => columnsOf.get(row) ?? []);
  return { columns, readAs, grid: gridOf(columns, rows) };
}

/** The headings as a permutation of `ids`. One that cannot be read is the one that is missing, if just one is. */
function permutation(headings: readonly Heading[], ids: readonly string[]): Read | undefined {
  if (headings.length !== ids.length) return undefined;
  const missing = ids.filter((id) => !headings.some((heading) => heading.id === id));
  const unread = headings.filter(({ id }) => id === undefined);
  if (missing.length > 1 || unread.length !== missing.length) return undefined;
  const [last] = missing;
  return {
    columns: headings.map(({ id, cell }) => ({ id: id ?? last ?? '', heading: cell })),
    readAs: unread.map(({ cell }) => ({ printed: cell.text, as: nameOf(last ?? '') })),
  };
}

const nameOf = (id: string): string =>
  [...columnsOfThree, ...columnsOfFour].find(({ is }) => is.column === id)?.is.label ?? id;

/** Whether a row is one of headings of table 三 or 四: words of one of them, and of no row. */
export function headingKind(texts: readonly string[]): 3 | 4 | undefined {
  const labels = texts.filter((text) => text !== '').map(labelOf);
  const count = <T>(names: readonly Named<T>[]): number => labels.filter((label) => nearest(label, names)).length;
  if (count(headsOfFour) > 0 || count(columnsOfFour.filter(({ is }) => is.column !== 'total')) > 1) return 4;
  if (count(headsOfThree) > 0 || count(columnsOfThree) > 1) return 3;
  return undefined;
}
