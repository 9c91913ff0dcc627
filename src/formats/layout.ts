// How the official tables are printed: headings with their spans, and where each cell stands.
// Derived from the tables; the wizard and the paper both draw from it, so they cannot differ.
import type { Cell, Column, Row, Table, TableSection } from '../report/format.ts';
import { cellsOf } from '../report/format.ts';

export type Head = {
  readonly kind: 'head';
  readonly key: string;
  readonly label: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly scope: 'col' | 'row' | 'colgroup' | 'rowgroup';
  /** Where its explanation is (terms.ts): 「requests/rows/received」. Absent where there is none. */
  readonly term?: string;
};
export type Box = { readonly kind: 'box'; readonly key: string; readonly cell: Cell; readonly colSpan: number };
export type LayoutRow = { readonly key: string; readonly parts: readonly (Head | Box)[] };

export type Layout = {
  readonly id: string;
  readonly caption: string;
  /** Column widths in mm as the official template has them. */
  readonly widths: readonly number[];
  readonly head: readonly LayoutRow[];
  readonly bodies: readonly (readonly LayoutRow[])[];
};

const head = (
  key: string,
  label: string,
  scope: Head['scope'],
  { colSpan = 1, rowSpan = 1, term }: { colSpan?: number; rowSpan?: number; term?: string } = {},
): Head => ({ kind: 'head', key, label, scope, colSpan, rowSpan, ...(term === undefined ? {} : { term }) });
const box = (cell: Cell, colSpan = 1): Box => ({ kind: 'box', key: cell.id, cell, colSpan });

/** Section 二: blocks of one table, each with its own headings; the last column takes what is left of four. */
function blocksLayout(caption: string, tables: readonly Table[]): Layout {
  const width = 4;
  const bodies = tables.map((table) => {
    const lastSpan = width - table.columns.length;
    const span = (at: number): number => (at === table.columns.length - 1 ? lastSpan : 1);
    const cells = cellsOf([table]);
    return [
      { key: `${table.id}/title`, parts: [head(`${table.id}/title`, table.title, 'rowgroup', { colSpan: width })] },
      {
        key: `${table.id}/head`,
        parts: [
          head(`${table.id}/kind`, '信息内容', 'col'),
          ...table.columns.map((column, at) =>
            head(`${table.id}/${column.id}`, column.label, 'col', {
              colSpan: span(at),
              term: `${table.id}/columns/${column.id}`,
            }),
          ),
        ],
      },
      ...table.rows.map((row) => ({
        key: `${table.id}/${row.id}`,
        parts: [
          head(`${table.id}/${row.id}`, row.label, 'row', { term: `${table.id}/rows/${row.id}` }),
          ...cells.filter((cell) => cell.row === row).map((cell, at) => box(cell, span(at))),
        ],
      })),
    ];
  });
  return { id: 'article-20', caption, widths: Array(width).fill(42.9), head: [], bodies };
}

/** Section 三: three columns of row labels under nested headings, then the columns of applicants. */
function gridLayout(caption: string, table: Table): Layout {
  const labelColumns = 3;
  const corner = head('corner', table.title, 'colgroup', { colSpan: labelColumns, rowSpan: 3 });
  const top = [
    corner,
    head('applicants', '申请人情况', 'colgroup', {
      colSpan: table.columns.length,
      term: `${table.id}/headings/申请人情况`,
    }),
  ];
  const middle: Head[] = [];
  const bottom: Head[] = [];
  for (const [at, column] of table.columns.entries()) {
    const term = `${table.id}/columns/${column.id}`;
    if (column.group === undefined) middle.push(head(column.id, column.label, 'col', { rowSpan: 2, term }));
    else {
      if (table.columns[at - 1]?.group !== column.group) {
        const members = table.columns.filter(({ group }) => group === column.group);
        const group = `${table.id}/headings/${column.group}`;
        middle.push(head(column.group, column.group, 'colgroup', { colSpan: members.length, term: group }));
      }
      bottom.push(head(column.id, column.label, 'col', { term }));
    }
  }
  const cells = cellsOf([table]);
  const body = table.rows.map((row, at) => {
    const under = row.under ?? [];
    const opens = under.flatMap((label, depth) => {
      const before = table.rows[at - 1]?.under?.[depth];
      if (before === label) return [];
      const rows = table.rows.filter((other) => other.under?.[depth] === label).length;
      return [head(label, label, 'rowgroup', { rowSpan: rows, term: `${table.id}/headings/${label}` })];
    });
    return {
      key: row.id,
      parts: [
        ...opens,
        head(row.id, row.label, 'row', {
          colSpan: labelColumns - under.length,
          term: `${table.id}/rows/${row.id}`,
        }),
        ...cells.filter((cell) => cell.row === row).map((cell) => box(cell)),
      ],
    };
  });
  return {
    id: table.id,
    caption,
    widths: [13.3, 16.2, 57.7, ...table.columns.map(() => 12.1)],
    head: [
      { key: 'top', parts: top },
      { key: 'middle', parts: middle },
      { key: 'bottom', parts: bottom },
    ],
    bodies: [body],
  };
}

/** Section 四: the rows side by side, one row of boxes under three rows of headings. */
function stripLayout(caption: string, table: Table): Layout {
  const columns = (row: Row, rowSpan: number): Head[] =>
    table.columns.map((column: Column) =>
      head(`${row.id}/${column.id}`, column.label, 'col', { rowSpan, term: `${table.id}/columns/${column.id}` }),
    );
  const width = table.columns.length;
  const top: Head[] = [];
  const middle: Head[] = [];
  const bottom: Head[] = [];
  for (const row of table.rows) {
    const group = row.under?.[0];
    const term = `${table.id}/rows/${row.id}`;
    if (group === undefined) {
      top.push(head(row.id, row.label, 'colgroup', { colSpan: width, term }));
      middle.push(...columns(row, 2));
      continue;
    }
    const members = table.rows.filter((other) => other.under?.[0] === group);
    if (members[0] === row) {
      const colSpan = width * members.length;
      top.push(head(group, group, 'colgroup', { colSpan, term: `${table.id}/headings/${group}` }));
    }
    middle.push(head(row.id, row.label, 'colgroup', { colSpan: width, term }));
    bottom.push(...columns(row, 1));
  }
  return {
    id: table.id,
    caption,
    widths: Array(width * table.rows.length).fill(11.4),
    head: [
      { key: 'top', parts: top },
      { key: 'middle', parts: middle },
      { key: 'bottom', parts: bottom },
    ],
    bodies: [[{ key: 'figures', parts: cellsOf([table]).map((cell) => box(cell)) }]],
  };
}

/** The printed table of section 二, 三 or 四. */
export function layoutOf(
  { sections, tables }: { sections: readonly { number: number; heading: string }[]; tables: readonly Table[] },
  section: TableSection,
): Layout {
  const own = tables.filter((table) => table.section === section);
  const caption = sections.find(({ number }) => number === section)?.heading ?? '';
  const [first] = own;
  if (!first) throw new Error(`no table in section ${section}`);
  if (section === 2) return blocksLayout(caption, own);
  return section === 3 ? gridLayout(caption, first) : stripLayout(caption, first);
}

/** Where arrow keys go: the boxes row by row. Built once per layout. */
export function boxRows(layout: Layout): readonly (readonly Cell[])[] {
  return layout.bodies
    .flat()
    .map(({ parts }) => parts.flatMap((part) => (part.kind === 'box' ? [part.cell] : [])))
    .filter((row) => row.length > 0);
}
