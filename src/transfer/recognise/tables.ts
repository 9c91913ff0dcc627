// Reads the official tables out of a document, row by row and by their labels: it makes no difference whether a table is
// whole, cut in two, split into several or merged with others. What a row says is put into a box only where the words of
// its row and its column name that box; every other figure is listed as unplaced, with the place where it stands.
import type { SourceBlock } from '../document/source.ts';
import { headingKind, type Order, type OrderedColumn, orderOfFour, orderOfThree, type ReadAs } from './columns.ts';
import { type PlacedCell, type PlacedRow, placed } from './placed.ts';
import {
  columnsOfTwo,
  contentWord,
  disputesTable,
  groupWords,
  isBlockTitle,
  type RowWord,
  requestsTable,
  rowWords,
} from './vocabulary.ts';
import { folded, labelOf, likeness, nearest } from './wording.ts';

type FoundCell = {
  readonly text: string;
  readonly place: string /** Of its row, as printed. */;
  readonly label: string;
};
export type Unplaced = {
  /** 「第 2 个表第 5 行」 */
  readonly place: string;
  /** What the row is called there, as printed. */
  readonly label: string;
  readonly texts: readonly string[];
};
/** A row with figures whose label is none of the form's, between two that are. */
type UnknownRow = Unplaced & {
  /** The rows next to it, as `<table>/<row>`. */
  readonly before: string | undefined;
  after: string | undefined;
  /** By table: its figures by column id, if it were a row of that table. */
  readonly columns: ReadonlyMap<string, Texts | undefined>;
};
type Texts = ReadonlyMap<string, string>;

export type TablesRead = {
  /** By cell id, of whichever format. A blank box that was found has an empty text. */
  readonly found: Map<string, FoundCell>;
  readonly unplaced: Unplaced[];
  readonly unknownRows: UnknownRow[];
  readonly readAs: ReadAs[];
  /** Positions of the blocks that hold official tables. */
  readonly official: Set<number>;
  /** The section of which the first row of such a table is. */
  readonly sections: Map<number, TableSection>;
};

type TableSection = 2 | 3 | 4;

/** Three in the forms, more where a dump has taken them apart. */
const mostHeadRows = 24;
/** The widest row of the forms has 15 cells, and some hundred places where merged cells were taken apart. */
const mostCells = 200;
type Heading = { readonly cell: PlacedCell; readonly columns: ReadonlyMap<string, string> };
type Labelled = { readonly word: RowWord; readonly at: number; readonly isExact: boolean };

export function readTables(blocks: readonly SourceBlock[]): TablesRead {
  const result: TablesRead = {
    found: new Map(),
    unplaced: [],
    unknownRows: [],
    readAs: [],
    official: new Set(),
    sections: new Map(),
  };
  const reader = createRowReader(result);
  let number = 0;
  blocks.forEach((block, at) => {
    if (block.kind !== 'table') return;
    number++;
    const rows = placed(block);
    if (!rows.some(isKnownRow) && !reader.awaits(rows)) return;
    result.official.add(at);
    for (const row of rows) {
      reader.row(row, row.line === undefined ? `第 ${number} 个表第 ${row.number} 行` : `第 ${row.line} 行`);
      const section = reader.section();
      if (section && !result.sections.has(at)) result.sections.set(at, section);
    }
  });
  reader.end();
  return result;
}

// A table of something else may hold a word of the form by chance; one that has a row or headings of it does not.
function isKnownRow({ cells, isLoose }: PlacedRow): boolean {
  if (isLoose) return true;
  if (cells.length > mostCells) return false;
  const texts = cells.map(({ text }) => text);
  return texts.some(isBlockTitle) || headingKind(texts) !== undefined || labelled(cells) !== undefined;
}

function createRowReader(result: TablesRead) {
  let section: TableSection | undefined;
  let headingsOfTwo: readonly Heading[] = [];
  let headRows: PlacedRow[] = [];
  let wasHeading = false;
  let applicants: Order | undefined;
  let outcomes: Order | undefined;
  let last: string | undefined;
  let following: UnknownRow[] = [];
  const alike: { id: string; texts: Texts; place: string; label: string; as: string }[] = [];

  function put(id: string, text: string, place: string, label: string): void {
    const before = result.found.get(id);
    if (!before || before.text === '' || before.text === text) result.found.set(id, { text, place, label });
    else if (text !== '') result.unplaced.push({ place, label, texts: [text] });
  }

  function unplaced(place: string, label: string, cells: readonly PlacedCell[]): void {
    const texts = cells.flatMap(({ text }) => text || []);
    if (texts.length > 0) result.unplaced.push({ place, label, texts });
  }

  function say(order: Order | undefined): void {
    for (const readAs of order?.readAs ?? []) {
      if (!result.readAs.some(({ printed }) => printed === readAs.printed)) result.readAs.push(readAs);
    }
  }

  function headingRow(row: PlacedRow, kind: 3 | 4): void {
    headRows = wasHeading && section === kind && headRows.length < mostHeadRows ? [...headRows, row] : [row];
    section = kind;
    wasHeading = true;
    if (kind === 3) applicants = orderOfThree(headRows) ?? applicants;
    else outcomes = orderOfFour(headRows) ?? outcomes;
    say(kind === 3 ? applicants : outcomes);
  }

  /** The columns of a row's table, left to right; undefined where the headings do not tell them. */
  function columnsFor(table: string): readonly OrderedColumn[] | undefined {
    if (table === requestsTable) return applicants?.columns;
    const columns = headingsOfTwo.map(({ cell, columns }) => ({ id: columns.get(table) ?? '', heading: cell }));
    return columns.length > 0 && columns.every(({ id }) => id !== '') ? columns : undefined;
  }

  function dataRow({ word, at, isExact }: Labelled, cells: readonly PlacedCell[], place: string): void {
    section = word.section;
    wasHeading = false;
    const label = cells[at]?.text ?? '';
    const values = cells.slice(at + 1);
    const texts = textsByColumn(columnsFor(word.table), values, cells[at]?.to ?? 0);
    const id = `${word.table}/${word.row}`;
    for (const unknown of following) unknown.after = id;
    following = [];
    last = id;
    if (!texts) {
      unplaced(place, label, values);
      return;
    }
    if (isExact) putRow(id, texts, place, label);
    else alike.push({ id, texts, place, label, as: word.label });
  }

  /** Figures whose boxes cannot be told: they are listed with their label. */
  function looseRow(cells: readonly PlacedCell[], place: string): void {
    const label = cells[0]?.text ?? '';
    const word = label === '' ? undefined : nearest(labelOf(label), rowWords)?.is;
    if (word) {
      section = word.section;
      last = `${word.table}/${word.row}`;
      for (const unknown of following) unknown.after = last;
      following = [];
    }
    wasHeading = false;
    unplaced(place, label, cells.slice(1));
  }

  function putRow(id: string, texts: Texts, place: string, label: string): void {
    for (const [column, text] of texts) put(`${id}/${column}`, text, place, label);
  }

  /** Rows with a slip in their label: one is that row where no other says it is. */
  function putAlike(): void {
    const exact = new Set([...result.found.keys()].map((cell) => cell.slice(0, cell.lastIndexOf('/'))));
    for (const { id, texts, place, label, as } of alike) {
      if (!exact.has(id) && alike.every((other) => other.id !== id || other.place === place)) {
        result.readAs.push({ printed: label, as });
        putRow(id, texts, place, label);
      } else {
        const said = [...texts.values()].filter((text) => text !== '');
        if (said.length > 0) result.unplaced.push({ place, label, texts: said });
      }
    }
  }

  function disputesRow(cells: readonly PlacedCell[], place: string): boolean {
    const texts = textsByColumn(outcomes?.columns, cells, 0);
    if (!texts) return false;
    for (const [path, text] of texts) put(`${disputesTable}/${path}`, text, place, '');
    wasHeading = false;
    return true;
  }

  function unknownRow(cells: readonly PlacedCell[], place: string): void {
    const at = cells.findIndex(({ text }) => text !== '' && !isAnswer(text));
    const label = cells[at]?.text ?? '';
    const values = cells.slice(at + 1);
    const texts = values.flatMap(({ text }) => text || []);
    if (at < 0 || (section !== 2 && section !== 3) || texts.length === 0) {
      unplaced(place, '', cells);
      return;
    }
    // As the headings are here: further down they may be others.
    const columns = new Map(
      [...new Set(rowWords.map(({ is }) => is.table))].map((table) => [
        table,
        textsByColumn(columnsFor(table), values, cells[at]?.to ?? 0),
      ]),
    );
    const unknown = { place, label, texts, before: last, after: undefined, columns };
    result.unknownRows.push(unknown);
    following.push(unknown);
  }

  return {
    section: () => section,
    end: putAlike,
    /** Whether the boxes of table 四, which have no label, may stand in a table apart from their headings. */
    awaits: (rows: readonly PlacedRow[]): boolean =>
      section === 4 && rows.some(({ cells }) => cells.length === outcomes?.columns.length),
    row(row: PlacedRow, place: string): void {
      const { cells } = row;
      if (cells.length > mostCells) {
        unplaced(place, '', cells);
        return;
      }
      const texts = cells.map(({ text }) => text);
      if (row.isLoose) {
        looseRow(cells, place);
        return;
      }
      if (texts.every((text) => text === '')) {
        if (section === 4) disputesRow(cells, place);
        return;
      }
      if (texts.some(isBlockTitle)) {
        section = 2;
        headingsOfTwo = [];
        return;
      }
      const found = labelled(cells);
      if (found) {
        dataRow(found, cells, place);
        return;
      }
      const headings = headingsOf(cells);
      if (headings.length > 0) {
        section = 2;
        headingsOfTwo = headings;
        return;
      }
      const kind = headingKind(texts);
      if (kind) headingRow(row, kind);
      else if (section === 4 && disputesRow(cells, place)) return;
      else if (!texts.every((text) => text === '' || isGroup(text))) unknownRow(cells, place);
    },
  };
}

const isGroup = (text: string): boolean => nearest(labelOf(text), groupWords) !== undefined;

/** The last cell of the row that is a label of table 二 or 三, and nothing but labels and blanks before it. */
function labelled(cells: readonly PlacedCell[]): Labelled | undefined {
  let found: Labelled | undefined;
  for (const [at, { text }] of cells.entries()) {
    if (text === '') continue;
    const match = /^\d+$/.test(text) ? undefined : nearest(labelOf(text), rowWords);
    if (match) found = { word: match.is, at, isExact: match.likeness === 1 };
    else if (!isGroup(text)) break;
  }
  return found;
}

/** Cells that are headings of columns of table 二; where a row has 信息内容, also those that cannot be read. */
function headingsOf(cells: readonly PlacedCell[]): readonly Heading[] {
  const content = cells.findIndex(({ text }) => likeness(labelOf(text), contentWord) >= 0.75);
  const headings = cells.slice(content + 1).flatMap((cell): Heading[] => {
    if (cell.text === '') return [];
    const match = nearest(labelOf(cell.text), columnsOfTwo);
    if (!match) return content >= 0 ? [{ cell, columns: new Map() }] : [];
    // The same words may head other columns of other tables: 本年处理决定数量 and 处理决定数量.
    const { label } = match.is;
    const same = columnsOfTwo.filter(({ is }) => is.label === label || is.column === match.is.column);
    return [
      { cell, columns: new Map(same.flatMap(({ is }) => is.tables.map((table) => [table, is.column] as const))) },
    ];
  });
  return headings;
}

/**
 * The texts of a row by column. As many cells as columns: in their order. More, where merged cells were taken apart: under
 * the headings, if those stand to the right of the label, which ends at `from`. Undefined where it cannot be told.
 */
function textsByColumn(
  columns: readonly OrderedColumn[] | undefined,
  cells: readonly PlacedCell[],
  from: number,
): Texts | undefined {
  if (!columns) return undefined;
  const said = (at: number): string => cells[at]?.text ?? '';
  const unit = ({ heading }: OrderedColumn, text: string): string => withUnit(text, heading.text);
  if (cells.length === columns.length) return new Map(columns.map((column, at) => [column.id, unit(column, said(at))]));
  if (cells.length < columns.length && cells.some(({ text }) => text !== '')) return undefined;
  if (!standSideBySide(columns)) return undefined;
  const texts = new Map(columns.map(({ id }) => [id, '']));
  for (const cell of cells) {
    if (cell.text === '') continue;
    const over = columns.find(({ heading }) => heading.from < cell.to && cell.from < heading.to);
    if (!over || over.heading.from < from || texts.get(over.id) !== '') return undefined;
    texts.set(over.id, unit(over, cell.text));
  }
  return texts;
}

/** Whether the headings have places of their own, left to right: without their spans they do not tell what is under them. */
function standSideBySide(columns: readonly OrderedColumn[]): boolean {
  return columns.every(({ heading }, at) => heading.from >= (columns[at - 1]?.heading.to ?? 0));
}

/** 「…（单位：元）」 over a box in 万元: the unit goes along with the figure, so that it is converted and said. */
function withUnit(text: string, heading: string): string {
  const unit = /\((?:单位[:：]?)?(万?元)\)/.exec(folded(heading))?.[1];
  return unit && /^[+-]?[\d.,，]+$/.test(text) ? `${text}${unit}` : text;
}

/** Figures as they are printed, also unreadable ones: 12, 5次, +19, 减4, 22（其中修订16件）, /, 无. Not 1.属于国家秘密. */
function isAnswer(text: string): boolean {
  const plain = folded(text);
  return /^(?:[-+]?\d|[增减]加?少?\d|[-—–/\\]+$|无$)/.test(plain) && !/^\d+[、.](?=\D)/.test(plain);
}
