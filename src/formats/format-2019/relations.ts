// The rules of the tables that both formats share, built from the tables so that no cell is named twice.
// The 2021 format calls these with its own rows. `Id` keeps a misspelt cell from compiling.
import type { Relation, Term } from '../../checks/relation.ts';
import type { CellIdOf, Column, Row, Source, Table } from '../../report/format.ts';
import { rowName, rowNumeral } from '../../report/format.ts';

const requestRelation = (document: string, rule: string): Source => ({
  document,
  place: `附件 三、收到和处理政府信息公开申请情况：${rule}`,
});

const isTotal = ({ total }: Column | Row): boolean => total ?? false;
const columnPlace = ({ id, label }: Column): string => (id === 'other' ? '法人或其他组织“其他”列' : `${label}列`);

/** Row by row: the other columns add up to 总计, which they compute while it is untouched. */
export function rowTotals<const T extends Table>(
  table: T,
  parts: string,
  source: Source,
): readonly Relation<CellIdOf<T>>[] {
  const total = table.columns.find(isTotal);
  if (!total) return [];
  const id = (row: Row, column: Column) => `${table.id}/${row.id}/${column.id}` as CellIdOf<T>;
  return table.rows.map((row) => ({
    id: `${table.id}/total/${row.id}`,
    level: 'must',
    place: [...(table.id === 'disputes' ? (row.under ?? []) : []), rowName(row)].join('：'),
    left: {
      name: parts,
      terms: table.columns
        .filter((column) => !isTotal(column))
        .map((column) => ({ cell: id(row, column), label: column.label })),
    },
    op: 'equal to',
    right: { terms: [{ cell: id(row, total), label: total.label }] },
    computes: id(row, total),
    source,
  }));
}

/** The printed rule of the table, its （七）总计, and 上年结转 against last year's report. */
export function requestRelations<const T extends Table & { id: 'requests' }>(
  table: T,
  document: string,
): readonly Relation<CellIdOf<T>>[] {
  const resultRows = table.rows.filter((row) => row.under && !isTotal(row));
  type RowId = 'received' | 'carried-in' | 'concluded' | 'carried-out';
  const row = (id: RowId): Row => {
    const found = table.rows.find((candidate) => candidate.id === id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  };
  const term = (of: Row, column: Column): Term<CellIdOf<T>> => ({
    cell: `${table.id}/${of.id}/${column.id}` as CellIdOf<T>,
    label: rowNumeral(of),
  });
  const concluded = table.columns.map((column): Relation<CellIdOf<T>> => {
    const total = term(row('concluded'), column);
    return {
      id: `requests/concluded/${column.id}`,
      level: 'must',
      place: columnPlace(column),
      left: { name: '三（一）至（六）各行相加', terms: resultRows.map((result) => term(result, column)) },
      op: 'equal to',
      right: { terms: [total] },
      // （七）× 总计 is computed along its row.
      ...(isTotal(column) ? {} : { computes: total.cell }),
      hint: '每件申请只有一个办理结果；区分处理的只计（二）部分公开。',
      source: requestRelation(document, '（七）总计'),
    };
  });
  const balance = table.columns.map((column): Relation<CellIdOf<T>> => {
    const carriedOut = term(row('carried-out'), column);
    const carriedIn = term(row('carried-in'), column);
    return {
      id: `requests/balance/${column.id}`,
      balances: column.id,
      level: 'must',
      place: columnPlace(column),
      left: { terms: [term(row('received'), column), carriedIn] },
      op: 'equal to',
      right: { terms: [term(row('concluded'), column), carriedOut] },
      ...(isTotal(column) ? {} : { offers: carriedOut.cell, forgotten: [carriedOut.cell, carriedIn.cell] }),
      source: requestRelation(document, '第一项加第二项之和，等于第三项加第四项之和'),
    };
  });
  const carriedIn = table.columns.map(
    (column): Relation<CellIdOf<T>> => ({
      id: `requests/carried-in/${column.id}`,
      level: 'confirm',
      place: columnPlace(column),
      left: { terms: [term(row('carried-in'), column)] },
      op: 'equal to',
      right: { terms: [{ ...term(row('carried-out'), column), label: '去年报告的四', lastYear: true }] },
      hint: '机构改革、申请人类别调整可能使两者不同，请写情况说明。',
      source: requestRelation(document, '二、上年结转与上一年度报告的四、结转下年度'),
    }),
  );
  return [
    ...rowTotals(table, '六类申请人相加', requestRelation(document, '总计')),
    ...concluded,
    ...balance,
    ...carriedIn,
  ];
}
