// Reads the official tables out of a document, row by row and by their labels: it makes no difference whether a table is
// whole, cut in two, split into several or merged with others. What a row says is put into a box only where the words of
// its row and its column name that box; every other figure is listed as unplaced, with the place where it stands.
import type { SourceBlock } from '../document/source.ts';
import { type Columns, gridOf, headingKind, type Order, orderOfFour, orderOfThree, type ReadAs } from './columns.ts';
import { type PlacedCell, type PlacedRow, placed } from './placed.ts';
import { type HeadingOfTwo, headingsOf, isAnswer, isGroup, type Labelled, labelled } from './table-rows.ts';
import { type Texts, textsByColumn } from './texts-by-column.ts';
import { disputesTable, isBlockTitle, requestsTable, rowWords } from './vocabulary.ts';
import { labelOf, nearest } from './wording.ts';

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
  let headingsOfTwo: readonly HeadingOfTwo[] = [];
  let rowOfTwo: PlacedRow | undefined;
  let headRows: PlacedRow[] = [];
  let wasHeading = false;
  let applicants: Order | undefined;
  let outcomes: Order | undefined;
  let last: string | undefined;
  let following: UnknownRow[] = [];
  let spacer: { texts: Texts; place: string } | undefined;
  const again: { id: string; texts: Texts; place: string; label: string }[] = [];
  const alike: { id: string; texts: Texts; place: string; label: string; as: string }[] = [];

  /** A row that stands there again, in another report of the file or a form before it, adds nothing to the first. */
  function putRow(id: string, texts: Texts, place: string, label: string): void {
    const before = [...texts].map(([column]) => result.found.get(`${id}/${column}`));
    const isFirst = before.every((cell) => cell === undefined);
    if (!isFirst && before.every((cell) => cell !== undefined && cell.text === '')) {
      again.push({ id, texts, place, label });
      return;
    }
    const rest: string[] = [];
    for (const [column, text] of texts) {
      const found = result.found.get(`${id}/${column}`);
      if (!found) result.found.set(`${id}/${column}`, { text, place, label });
      else if (text !== '' && text !== found.text) rest.push(text);
    }
    if (rest.length > 0) result.unplaced.push({ place, label, texts: rest });
  }

  /** An empty form before the report says nothing: then the rows that stand there again are the report's. */
  function putAgain(): void {
    const isEmpty = [...result.found.values()].every(({ text }) => text === '');
    for (const { id, texts, place, label } of again) {
      const said = [...texts.values()].filter((text) => text !== '');
      if (isEmpty) for (const [column, text] of texts) result.found.set(`${id}/${column}`, { text, place, label });
      else if (said.length > 0) result.unplaced.push({ place, label, texts: said });
    }
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
  function columnsFor(table: string): Columns | undefined {
    if (table === requestsTable) return applicants;
    const columns = headingsOfTwo.map(({ cell, columns }) => ({ id: columns.get(table) ?? '', heading: cell }));
    if (!rowOfTwo || columns.length === 0 || columns.some(({ id }) => id === '')) return undefined;
    return { columns, grid: gridOf(columns, [rowOfTwo]) };
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

  /** The row of table 四 is blank where nothing but blank rows follows its headings. */
  function endDisputes(): void {
    if (spacer) putRow(disputesTable, spacer.texts, spacer.place, '');
    spacer = undefined;
  }

  function disputesRow(cells: readonly PlacedCell[], place: string): boolean {
    const texts = textsByColumn(outcomes, cells, 0);
    if (!texts) return false;
    // A blank row between the headings and the figures is no row of figures.
    const isBlank = [...texts.values()].every((text) => text === '');
    if (isBlank) spacer ??= { texts, place };
    else {
      spacer = undefined;
      putRow(disputesTable, texts, place, '');
    }
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
    end(): void {
      endDisputes();
      putAlike();
      putAgain();
    },
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
        endDisputes();
        section = 2;
        headingsOfTwo = [];
        return;
      }
      const found = labelled(cells);
      if (found) {
        endDisputes();
        dataRow(found, cells, place);
        return;
      }
      const headings = headingsOf(cells);
      if (headings.length > 0) {
        endDisputes();
        section = 2;
        headingsOfTwo = headings;
        rowOfTwo = row;
        return;
      }
      const kind = headingKind(texts);
      if (kind) {
        endDisputes();
        headingRow(row, kind);
      } else if (section === 4 && disputesRow(cells, place)) return;
      else if (!texts.every((text) => text === '' || isGroup(text))) unknownRow(cells, place);
    },
  };
}
