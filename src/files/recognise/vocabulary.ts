// Every word of the official tables that recognition goes by, of all formats together, taken from the formats themselves.
// A document is matched against all of them at once: which format a table has is found out, not assumed.
import type { FormatId } from '../../formats/registry.ts';
import { formats } from '../../formats/registry.ts';
import type { Row, Table } from '../../report/format.ts';
import type { Named } from './wording.ts';
import { folded, labelOf, likeness } from './wording.ts';

type TableSection = 2 | 3 | 4;

export type RowWord = { readonly section: 2 | 3; readonly table: string; readonly row: string; readonly label: string };
/** One column heading; it may head that column in several tables. */
export type ColumnWord = { readonly column: string; readonly tables: readonly string[]; readonly label: string };

export type OrderedRow = {
  /** `<table>/<row>` */
  readonly key: string;
  readonly section: TableSection;
  /** How many boxes it has. */
  readonly width: number;
  /** The headings that stand over it, outermost first. */
  readonly under: readonly string[];
};

type Printed = { readonly format: FormatId; readonly table: Table; readonly section: TableSection };

const printed: readonly Printed[] = formats.flatMap(({ id, tables }) =>
  (tables as readonly Table[]).map((table) => ({ format: id, table, section: table.section as TableSection })),
);

function named<T extends { readonly label: string }>(words: readonly T[]): readonly Named<T>[] {
  return words.map((is) => ({ is, label: labelOf(is.label) }));
}

/** The same word of several formats once. */
function once<T>(words: readonly T[], keyOf: (word: T) => string): readonly T[] {
  return [...new Map(words.map((word) => [keyOf(word), word])).values()];
}

// One object a row, so that 规范性文件 and 行政规范性文件 are two names of one thing and not rivals.
const rowOf = new Map<string, RowWord>();
const rowNames: Named<RowWord>[] = [];
for (const { table, section } of printed) {
  if (section === 4) continue;
  for (const { id, label } of table.rows as readonly Row[]) {
    const word = rowOf.get(`${table.id}/${id}`) ?? { section, table: table.id, row: id, label };
    rowOf.set(`${table.id}/${id}`, word);
    rowNames.push({ is: word, label: labelOf(label) });
  }
}

/** Labels of the rows of tables 二 and 三. */
export const rowWords: readonly Named<RowWord>[] = rowNames;

/** The rows of tables 二 and 三 of each format in official order. */
export const orders: readonly (readonly OrderedRow[])[] = formats.map(({ id }) =>
  printed
    .filter(({ format, section }) => format === id && section !== 4)
    .flatMap(({ table, section }) =>
      table.rows.map((row: Row) => ({
        key: `${table.id}/${row.id}`,
        section,
        width: table.columns.length,
        under: row.under ?? [],
      })),
    ),
);

/** Headings that stand over rows of table 三: 三、本年度办理结果, （三）不予公开 … */
export const groupWords = named(
  once(
    printed.flatMap(({ table, section }) =>
      section === 3 ? table.rows.flatMap(({ under = [] }: Row) => under.map((label) => ({ label }))) : [],
    ),
    ({ label }) => label,
  ),
);

/** The title of a block of table 二: 第二十条第（一）项. The numeral alone tells one from another, and the rows tell it better. */
export const isBlockTitle = (text: string): boolean => /^第?二十条第?\(?.\)?[项款]$/.test(folded(text));

function columnWords(section: TableSection): readonly Named<ColumnWord>[] {
  const tables = printed.filter((one) => one.section === section).map(({ table }) => table);
  const labels = new Set(tables.flatMap(({ columns }) => columns.map(({ id, label }) => `${id}\n${label}`)));
  const words = [...labels].map((key): ColumnWord => {
    const [column = '', label = ''] = key.split('\n');
    const heads = tables.filter(({ columns }) => columns.some((one) => one.id === column && one.label === label));
    return { column, label, tables: [...new Set(heads.map(({ id }) => id))] };
  });
  return named(words);
}

export const columnsOfTwo = columnWords(2);
export const columnsOfThree = columnWords(3);
export const columnsOfFour = columnWords(4);

const [three] = printed.filter(({ section }) => section === 3);
const [four] = printed.filter(({ section }) => section === 4);
if (!three || !four) throw new Error('a format without table 三 or 四');

/** Column ids of table 三, left to right. */
export const applicantIds = three.table.columns.map(({ id }) => id);
/** Headings over several columns of table 三, and what stands in its corner. */
export const headsOfThree = named([
  { label: three.table.title, kind: 'corner' as const },
  { label: '申请人情况', kind: 'applicants' as const },
  ...once(
    three.table.columns.flatMap(({ group }) => (group === undefined ? [] : [{ label: group, kind: 'group' as const }])),
    ({ label }) => label,
  ),
]);
/** Column ids that stand under the heading 法人或其他组织. */
export const groupedApplicants = three.table.columns.flatMap(({ id, group }) => (group === undefined ? [] : [id]));

/** Column ids of one court or review of table 四. */
export const outcomeIds = four.table.columns.map(({ id }) => id);
/** Headings of table 四: its rows, which are printed side by side, and the heading over some of them. */
export const headsOfFour = named([
  ...four.table.rows.map(({ id, label, under = [] }: Row) => ({ row: id, label, isNested: under.length > 0 })),
  ...once(
    four.table.rows.flatMap(({ under = [] }: Row) => under.map((label) => ({ row: '', label, isNested: false }))),
    ({ label }) => label,
  ),
]);
/** Whether a text is a word of the tables, word for word. */
export function isFormWord(text: string): boolean {
  if (text.length > 80) return false;
  const label = labelOf(text);
  const names: readonly Named<unknown>[] = [
    ...rowWords,
    ...groupWords,
    ...headsOfThree,
    ...headsOfFour,
    ...columnsOfTwo,
    ...columnsOfThree,
    ...columnsOfFour,
  ];
  return label.body !== '' && names.some((name) => likeness(label, name.label) === 1);
}

export const disputesTable = four.table.id;
export const requestsTable = three.table.id;

/** The heading over the labels of table 二. */
export const contentWord = labelOf('信息内容');
