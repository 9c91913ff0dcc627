// The reports of one body over the years, row by row, and the few sums that are worth a chart. Derived, never stored.
import { type Judgement, judgeAnswers } from '../checks/judge.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import { figureNumber, figureText } from '../report/figure.ts';
import { rowName } from '../report/format.ts';

/** One row of boxes, a figure a year; undefined where that year's report has none. */
type YearRow = { readonly name: string; readonly figures: readonly (string | undefined)[] };
type YearTable = { readonly heading: string; readonly rows: readonly YearRow[] };
type Series = { readonly name: string; readonly values: readonly (number | undefined)[] };
export type YearChart = { readonly title: string; readonly kind: 'bar' | 'line'; readonly series: readonly Series[] };
export type Years = {
  /** Ascending. */
  readonly years: readonly number[];
  readonly tables: readonly YearTable[];
  readonly charts: readonly YearChart[];
};

/** `contents`: at most one a year. `column`: which applicants of table 三 are compared. Names are those of the latest year's form. */
export function yearsOf(contents: readonly Content[], column: string): Years {
  const reports = contents
    .filter(({ format }) => isFormatId(format))
    .sort((a, b) => a.year - b.year)
    .map(({ year, format, answers }) => {
      const law = lawOf(format);
      return { year, law, judged: judgeAnswers(law, answers) };
    });
  const law = reports[reports.length - 1]?.law;
  if (!law) return { years: [], tables: [], charts: [] };
  const texts = (id: string): readonly (string | undefined)[] =>
    reports.map((report) => {
      const found = look(report, id);
      return found && figureText(found.figure, found.cell);
    });
  const tables = law.sections.flatMap(({ number, heading }): YearTable[] => {
    const cells = law.cells.filter(({ table }) => table.section === number);
    const shown = number === 3 ? cells.filter((cell) => cell.column.id === column) : cells;
    const name = ({ table, row, column }: (typeof cells)[number]): string => {
      if (number === 3) return rowName(row);
      return number === 2 ? `${table.title} ${row.label} · ${column.label}` : `${row.label} · ${column.label}`;
    };
    return shown.length === 0
      ? []
      : [{ heading, rows: shown.map((cell) => ({ name: name(cell), figures: texts(cell.id) })) }];
  });
  const series = (name: string, starts: readonly string[]): Series => ({
    name,
    values: reports.map((report) => sum(report, starts)),
  });
  const charts: readonly YearChart[] = [
    {
      title: '收到、办结和结转的政府信息公开申请（件）',
      kind: 'line',
      series: [
        series('本年新收', ['requests/received/']),
        series('办结', ['requests/concluded/']),
        series('结转下年度', ['requests/carried-out/']),
      ],
    },
    {
      title: '政府信息公开申请办理结果（件）',
      kind: 'bar',
      series: [
        series('予以公开', ['requests/granted/']),
        series('部分公开', ['requests/partly-granted/']),
        series('不予公开', ['requests/refused-']),
        series('无法提供', ['requests/unavailable-']),
        series('不予处理', ['requests/unprocessed-']),
        series('其他处理', ['requests/other']),
      ],
    },
    {
      title: '因政府信息公开引起的行政复议、行政诉讼（件）',
      kind: 'bar',
      series: [
        series('行政复议', ['disputes/reconsideration/']),
        series('行政诉讼', ['disputes/direct-litigation/', 'disputes/litigation-after-reconsideration/']),
      ],
    },
  ];
  return { years: reports.map(({ year }) => year), tables, charts };
}

type Report = { readonly law: ReturnType<typeof lawOf>; readonly judged: Judgement };

function look({ law, judged }: Report, id: string) {
  const cell = law.cell(id);
  const { figure } = judged.at(id);
  return cell && figure !== undefined ? { cell, figure } : undefined;
}

/** Of the 总计 boxes whose ids begin so; undefined while one of them is not known. */
function sum(report: Report, starts: readonly string[]): number | undefined {
  const ids = report.law.cells.flatMap(({ id, column }) =>
    column.id === 'total' && starts.some((start) => id.startsWith(start)) ? [id] : [],
  );
  const found = ids.map((id) => look(report, id));
  if (ids.length === 0 || found.includes(undefined)) return undefined;
  return found.reduce((all, one) => all + (one ? figureNumber(one.figure, one.cell) : 0), 0);
}
