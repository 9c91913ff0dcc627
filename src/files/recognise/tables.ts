// Reads the official tables out of a document, row by row and by their labels: it makes no difference whether a table is
// whole, cut in two, split into several or merged with others. What a row says is put into a box only where the words of
// its row and its column name that box; every other figure is listed as unplaced, with the place where it stands.
import type { SourceBlock } from '../document/source.ts';
import { type Columns, gridOf, headingKind, type Order, orderOfFour, orderOfThree } from './columns.ts';
import { createFoundRows, type FoundRows, type TableSection, type TablesRead, type UnknownRow } from './found-rows.ts';
import { type PlacedRow, placed } from './placed.ts';
import { type HeadingOfTwo, headingsOf, isAnswer, isGroup, labelled } from './table-rows.ts';
import { type Texts, textsByColumn } from './texts-by-column.ts';
import { disputesTable, isBlockTitle, requestsTable, rowWords } from './vocabulary.ts';
import { labelOf, nearest } from './wording.ts';

/** Three in the forms, more where a dump has taken them apart. */
const mostHeadRows = 24;
/** The widest row of the forms has 15 cells, and some hundred places where merged cells were taken apart. */
const mostCells = 200;

export function readTables(blocks: readonly SourceBlock[]): TablesRead {
  const rows = createFoundRows();
  const { official, sections } = rows.result;
  const reader = createRowReader(rows);
  let number = 0;
  blocks.forEach((block, at) => {
    if (block.kind !== 'table') return;
    number++;
    const all = placed(block);
    if (!all.some(isKnownRow) && !reader.awaits(all)) return;
    official.add(at);
    for (const row of all) {
      reader.row(row, placeOf(row, number));
      const section = reader.section();
      if (section && !sections.has(at)) sections.set(at, section);
    }
  });
  reader.end();
  return rows.result;
}

/** 「第 3 页，第 2 个表第 5 行」 */
function placeOf({ line, page, number }: PlacedRow, table: number): string {
  if (line !== undefined) return `第 ${line} 行`;
  return `${page === undefined ? '' : `第 ${page} 页，`}第 ${table} 个表第 ${number} 行`;
}

// A table of something else may hold a word of the form by chance; one that has a row or headings of it does not.
function isKnownRow({ cells, isLoose }: PlacedRow): boolean {
  if (isLoose) return true;
  if (cells.length > mostCells) return false;
  const texts = cells.map(({ text }) => text);
  return texts.some(isBlockTitle) || headingKind(texts) !== undefined || labelled(cells) !== undefined;
}

/** What the rows so far say of those that follow. */
type Sofar = {
  section: TableSection | undefined;
  /** Table 二: its last headings and the row that they stand in. */
  headingsOfTwo: readonly HeadingOfTwo[];
  rowOfTwo: PlacedRow | undefined;
  /** Tables 三 and 四: the rows of headings that follow one another, and the order of columns that they tell. */
  headRows: readonly PlacedRow[];
  wasHeading: boolean;
  applicants: Order | undefined;
  outcomes: Order | undefined;
  /** The last row that was known, as `<table>/<row>`, and the unknown ones since. */
  lastKnown: string | undefined;
  unknown: UnknownRow[];
  /** The first blank row since the headings of table 四. */
  blankDisputes: { readonly texts: Texts; readonly place: string } | undefined;
};

/** Takes a row that is of its kind, and says whether it was. */
type Phase = (row: PlacedRow, place: string) => boolean;

function createRowReader(rows: FoundRows) {
  const sofar: Sofar = {
    section: undefined,
    headingsOfTwo: [],
    rowOfTwo: undefined,
    headRows: [],
    wasHeading: false,
    applicants: undefined,
    outcomes: undefined,
    lastKnown: undefined,
    unknown: [],
    blankDisputes: undefined,
  };

  /** The columns of a row's table, left to right; undefined where the headings do not tell them. */
  function columnsFor(table: string): Columns | undefined {
    const { applicants, headingsOfTwo, rowOfTwo } = sofar;
    if (table === requestsTable) return applicants;
    const columns = headingsOfTwo.map(({ cell, columns }) => ({ id: columns.get(table) ?? '', heading: cell }));
    if (!rowOfTwo || columns.length === 0 || columns.some(({ id }) => id === '')) return undefined;
    return { columns, grid: gridOf(columns, [rowOfTwo]) };
  }

  function knownRow(id: string): void {
    for (const unknown of sofar.unknown) unknown.after = id;
    sofar.unknown = [];
    sofar.lastKnown = id;
  }

  /** The row of table 四 is blank where nothing but blank rows follows its headings. */
  function endDisputes(): void {
    const blank = sofar.blankDisputes;
    if (blank) rows.putRow({ id: disputesTable, ...blank, label: '' });
    sofar.blankDisputes = undefined;
  }

  const wideRow: Phase = ({ cells }, place) => {
    if (cells.length <= mostCells) return false;
    rows.putUnplaced(place, '', cells);
    return true;
  };

  /** Figures whose boxes cannot be told: they are listed with their label. */
  const looseRow: Phase = ({ cells, isLoose }, place) => {
    if (!isLoose) return false;
    const label = cells[0]?.text ?? '';
    const word = label === '' ? undefined : nearest(labelOf(label), rowWords)?.is;
    if (word) {
      sofar.section = word.section;
      knownRow(`${word.table}/${word.row}`);
    }
    sofar.wasHeading = false;
    rows.putUnplaced(place, label, cells.slice(1));
    return true;
  };

  const blankRow: Phase = (row, place) => {
    if (row.cells.some(({ text }) => text !== '')) return false;
    disputesRow(row, place);
    return true;
  };

  const blockTitle: Phase = ({ cells }) => {
    if (!cells.some(({ text }) => isBlockTitle(text))) return false;
    endDisputes();
    sofar.section = 2;
    sofar.headingsOfTwo = [];
    return true;
  };

  const labelledRow: Phase = ({ cells }, place) => {
    const found = labelled(cells);
    if (!found) return false;
    endDisputes();
    const { word, at, isExact } = found;
    sofar.section = word.section;
    sofar.wasHeading = false;
    const label = cells[at]?.text ?? '';
    const values = cells.slice(at + 1);
    const texts = textsByColumn(columnsFor(word.table), values, cells[at]?.to ?? 0);
    const id = `${word.table}/${word.row}`;
    knownRow(id);
    if (!texts) rows.putUnplaced(place, label, values);
    else if (isExact) rows.putRow({ id, texts, place, label });
    else rows.putAlike({ id, texts, place, label, as: word.label });
    return true;
  };

  const headingsOfTwo: Phase = (row) => {
    const headings = headingsOf(row.cells);
    if (headings.length === 0) return false;
    endDisputes();
    sofar.section = 2;
    sofar.headingsOfTwo = headings;
    sofar.rowOfTwo = row;
    return true;
  };

  const headingsOfThreeOrFour: Phase = (row) => {
    const kind = headingKind(row.cells.map(({ text }) => text));
    if (!kind) return false;
    endDisputes();
    const { headRows, wasHeading, section } = sofar;
    const goesOn = wasHeading && section === kind && headRows.length < mostHeadRows;
    sofar.headRows = goesOn ? [...headRows, row] : [row];
    sofar.section = kind;
    sofar.wasHeading = true;
    if (kind === 3) sofar.applicants = orderOfThree(sofar.headRows) ?? sofar.applicants;
    else sofar.outcomes = orderOfFour(sofar.headRows) ?? sofar.outcomes;
    rows.putReadAs(kind === 3 ? sofar.applicants : sofar.outcomes);
    return true;
  };

  const disputesRow: Phase = ({ cells }, place) => {
    const texts = sofar.section === 4 ? textsByColumn(sofar.outcomes, cells, 0) : undefined;
    if (!texts) return false;
    // A blank row between the headings and the figures is no row of figures.
    const isBlank = [...texts.values()].every((text) => text === '');
    if (isBlank) sofar.blankDisputes ??= { texts, place };
    else {
      sofar.blankDisputes = undefined;
      rows.putRow({ id: disputesTable, texts, place, label: '' });
    }
    sofar.wasHeading = false;
    return true;
  };

  const groupsOnly: Phase = ({ cells }) => cells.every(({ text }) => text === '' || isGroup(text));

  const unknownRow: Phase = ({ cells }, place) => {
    const at = cells.findIndex(({ text }) => text !== '' && !isAnswer(text));
    const label = cells[at]?.text ?? '';
    const values = cells.slice(at + 1);
    const texts = values.flatMap(({ text }) => text || []);
    if (at < 0 || (sofar.section !== 2 && sofar.section !== 3) || texts.length === 0) {
      rows.putUnplaced(place, '', cells);
      return true;
    }
    // As the headings are here: further down they may be others.
    const columns = new Map(
      [...new Set(rowWords.map(({ is }) => is.table))].map((table) => [
        table,
        textsByColumn(columnsFor(table), values, cells[at]?.to ?? 0),
      ]),
    );
    const unknown = { place, label, texts, before: sofar.lastKnown, after: undefined, columns };
    rows.result.unknownRows.push(unknown);
    sofar.unknown.push(unknown);
    return true;
  };

  /** A row is the first of these that it can be. */
  const phases: readonly Phase[] = [
    wideRow,
    looseRow,
    blankRow,
    blockTitle,
    labelledRow,
    headingsOfTwo,
    headingsOfThreeOrFour,
    disputesRow,
    groupsOnly,
    unknownRow,
  ];

  return {
    section: () => sofar.section,
    row(row: PlacedRow, place: string): void {
      phases.some((takes) => takes(row, place));
    },
    /** Whether the boxes of table 四, which have no label, may stand in a table apart from their headings. */
    awaits: (all: readonly PlacedRow[]): boolean =>
      sofar.section === 4 && all.some(({ cells }) => cells.length === sofar.outcomes?.columns.length),
    end(): void {
      endDisputes();
      rows.end();
    },
  };
}
