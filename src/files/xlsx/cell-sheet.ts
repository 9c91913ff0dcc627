// The list of cells: the whole report in rows that a program can read, beside the sheets for people. Reading takes from it
// what the tables do not show: remarks, texts that could not be read, notes as they were typed, explanations and the report's
// own particulars.
import type { Law } from '../../checks/law.ts';
import type { Explanation } from '../../report/draft.ts';
import { cellName } from '../../report/format.ts';
import type { ReportFile } from '../json/report-file.ts';
import type { BookSheet, Cell } from './book.ts';
import { exactly } from './figure-cell.ts';
import { cellSheetName } from './sheet-names.ts';
import { pieces } from './sheet-text.ts';
import type { Grid } from './sheet-xml.ts';

const particulars = {
  kind: '种类',
  version: '版本',
  format: '格式',
  year: '年度',
  agency: '机关全称',
  date: '成文日期',
  app: '软件版本',
  exportedAt: '导出时间',
} as const;
type Particular = keyof typeof particulars;
const keys = Object.keys(particulars) as Particular[];

const note = 'note';
const explanation = 'explanation';
const explained = 'explanation-figure';

const top = { isBold: true, fill: 'EDEDED' } as const;

export function cellSheet(law: Law, file: ReportFile): BookSheet {
  const notes = Object.entries(file.notes ?? {});
  const rows: (Cell | null)[][] = [
    ...keys.flatMap((key) => pieces(String(file[key] ?? '')).map((piece) => texts(key, particulars[key], piece))),
    [],
    heads('编号', '名称', '数', '备注', '未能读出的文字'),
    ...law.cells.flatMap((cell) => {
      const figure = file.figures[cell.id] ?? null;
      const unread = pieces(file.unread?.[cell.id] ?? '');
      const remark = file.remarks?.[cell.id] ?? '';
      return unread.map((piece, at): (Cell | null)[] => [
        ...texts(cell.id, cellName(cell)),
        at === 0 && figure !== null ? { value: exactly(figure) } : null,
        ...texts(at === 0 ? remark : '', piece),
      ]);
    }),
    ...notes.flatMap(([table, text], at) => [
      ...(at === 0 ? [[], heads('表下说明', '表', '说明')] : []),
      ...pieces(text).map((piece) => texts(note, table, piece)),
    ]),
    [],
    heads('情况说明', '检查', '说明', '格', '当时的数'),
    ...Object.entries(file.explanations ?? {}).flatMap(([id, { text, figures }]) => [
      ...pieces(text).map((piece) => texts(explanation, id, piece)),
      ...Object.entries(figures).map(([cell, figure]): (Cell | null)[] => [
        ...texts(explained, id, '', cell),
        figure === null ? null : { value: exactly(figure) },
      ]),
    ]),
  ];
  return {
    name: cellSheetName,
    // For programs; on paper it would be four pages of ids.
    isHidden: true,
    rows,
    widths: [46, 60, 20, 30, 30],
    hasGridLines: true,
    page: { orientation: 'landscape', isOnePage: false },
  };
}

const texts = (...all: readonly string[]): Cell[] => all.map((value) => ({ value }));
const heads = (...all: readonly string[]): Cell[] => all.map((value) => ({ look: top, value }));

export type ListedCell = { readonly figure: string; readonly remark: string; readonly unread: string };

export type CellList = {
  readonly particulars: Readonly<Record<Particular, string>>;
  /** By cell id. */
  readonly cells: ReadonlyMap<string, ListedCell>;
  /** By the number of the table. */
  readonly notes: ReadonlyMap<string, string>;
  readonly explanations: Readonly<Record<string, Explanation>>;
};

/** Whatever the sheet holds; nothing in it has been checked. */
export function readCellSheet({ rows }: Grid): CellList {
  const said = new Map<string, string>();
  const cells = new Map<string, ListedCell>();
  const notes = new Map<string, string>();
  const explanations = new Map<string, { text: string; figures: Map<string, number | null> }>();
  for (const row of rows) {
    const at = (col: number): string => row.cells.find((cell) => cell.col === col)?.text ?? '';
    const [key, second, third, fourth, fifth] = [at(0), at(1), at(2), at(3), at(4)];
    if (key === explanation || key === explained) {
      const of = explanations.get(second) ?? { text: '', figures: new Map() };
      explanations.set(second, of);
      if (key === explanation) of.text += third;
      else of.figures.set(fourth, fifth === '' || Number.isNaN(Number(fifth)) ? null : Number(fifth));
    } else if (key === note) notes.set(second, (notes.get(second) ?? '') + third);
    else if (keys.some((one) => one === key)) said.set(key, (said.get(key) ?? '') + third);
    else if (key !== '') {
      const before = cells.get(key) ?? { figure: '', remark: '', unread: '' };
      cells.set(key, {
        figure: before.figure + third,
        remark: before.remark + fourth,
        unread: before.unread + fifth,
      });
    }
  }
  return {
    particulars: Object.fromEntries(keys.map((key) => [key, said.get(key) ?? ''])) as CellList['particulars'],
    cells,
    notes,
    explanations: Object.fromEntries(
      [...explanations].map(([id, { text, figures }]) => [id, { text, figures: Object.fromEntries(figures) }]),
    ),
  };
}
