// What an official format is: sections, tables, rows, columns and, from those, cells.
// It holds no label and no rule of any particular format (those are in formats/) and computes no figure.

/** What a cell counts. Counts are whole; 元 and 万元 are money and exact to the 分. */
export type Unit = '件' | '项' | '次' | '元' | '万元';

/** Where a rule or label comes from: the official document and the place in it. */
export type Source = { readonly document: string; readonly place: string };

export type Column = {
  readonly id: string;
  readonly label: string;
  /** Heading printed over several columns, e.g. 法人或其他组织. */
  readonly group?: string;
  readonly unit?: Unit;
  /** Digits after the point that a figure may have. Absent: a whole number. */
  readonly decimals?: number;
  /** The figure may be below zero (本年增/减). */
  readonly signed?: boolean;
  readonly total?: boolean;
};

export type Row = {
  readonly id: string;
  readonly label: string;
  /** Headings that stand over the row, outermost first. */
  readonly under?: readonly string[];
  readonly total?: boolean;
};

export const sectionNumbers = [1, 2, 3, 4, 5, 6] as const;
export type SectionNumber = (typeof sectionNumbers)[number];

const tableSections = [2, 3, 4] as const;
/** The sections that are tables: 二, 三 and 四. The others are narratives. */
export type TableSection = (typeof tableSections)[number];

export function isTableSection(number: SectionNumber): number is TableSection {
  return tableSections.some((section) => section === number);
}

export type Table = {
  readonly id: string;
  readonly section: TableSection;
  readonly title: string;
  readonly unit?: Unit;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly source: Source;
};

export const narrativeIds = ['preamble', 'overview', 'problems', 'others'] as const;
export type NarrativeId = (typeof narrativeIds)[number];

/** A part of the report as it is filled in: a section, or what stands before the first. */
export type Place = SectionNumber | 'basics';

export const placeWords = (place: Place): string =>
  place === 'basics' ? '基本信息' : `第${'零一二三四五六'.charAt(place)}部分`;

/** The preamble is printed before the first section. */
export const placeOfNarrative: Readonly<Record<NarrativeId, Place>> = {
  preamble: 'basics',
  overview: 1,
  problems: 5,
  others: 6,
};

/** Where a narrative stands in the report, as people say it. */
export const narrativePlaces: Readonly<Record<NarrativeId, string>> = {
  preamble: '引言',
  overview: '第一部分',
  problems: '第五部分',
  others: '第六部分',
};

export type Section = {
  readonly number: SectionNumber;
  /** The official heading, numeral included. */
  readonly heading: string;
  readonly narrative?: NarrativeId;
  /** What the format asks for here, in the words of the official documents. */
  readonly asks: readonly string[];
  readonly source: Source;
};

export type CellIdOf<T extends Table> = T extends Table
  ? `${T['id']}/${T['rows'][number]['id']}/${T['columns'][number]['id']}`
  : never;

/** One box of the form. `Id` is a literal type, so that a misspelt cell does not compile. */
export type Cell<Id extends string = string> = {
  readonly id: Id;
  readonly table: Table;
  readonly row: Row;
  readonly column: Column;
  readonly unit: Unit;
  readonly decimals: number;
  readonly signed: boolean;
  readonly total: boolean;
};

function cellId(table: Table, row: Row, column: Column): string {
  return `${table.id}/${row.id}/${column.id}`;
}

/** Every cell of the tables, in official order: table by table, row by row, left to right. */
export function cellsOf<const T extends Table>(tables: readonly T[]): readonly Cell<CellIdOf<T>>[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.map((column) => ({
        id: cellId(table, row, column) as CellIdOf<T>,
        table,
        row,
        column,
        unit: column.unit ?? table.unit ?? '件',
        decimals: column.decimals ?? 0,
        signed: column.signed ?? false,
        total: (column.total ?? false) || (row.total ?? false),
      })),
    ),
  );
}

const numeral = /^(?:[一二三四五六七八九十]+(?=、)|（[一二三四五六七八九十]+）|\d+(?=\.))/;

/** The short name of a row as people say it: 一, 三（七）, 三（三）1. A row without a numeral keeps its label. */
export function rowNumeral(row: Row): string {
  const path = [...(row.under ?? []), row.label].map((label) => numeral.exec(label)?.[0]);
  return path.every((part) => part !== undefined) ? path.join('') : row.label;
}

/** What a row is called in a sentence: 「三（三）1.属于国家秘密」, 「复议后起诉」, 「规章」. */
export function rowName(row: Row): string {
  const own = numeral.exec(row.label)?.[0] ?? '';
  const short = rowNumeral(row);
  return short === row.label ? row.label : short + row.label.slice(own.length).replace(/^、/, '、');
}

/** What a cell is called in a sentence: row, then column. */
export function cellName(cell: Cell): string {
  return `${rowName(cell.row)} · ${cell.column.label}`;
}
