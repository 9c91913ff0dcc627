// The rules of the 2021 format: those of the shared tables, and two of 第二十条第（一）项 that only it can state.
import type { Relation, Term } from '../../checks/relation.ts';
import type { CellIdOf } from '../../report/format.ts';
import { disputes } from '../format-2019/disputes.ts';
import { requestRelations, rowTotals } from '../format-2019/relations.ts';
import { article20 } from './article-20.ts';
import { requests } from './requests.ts';
import { document2021 } from './source.ts';

const [documents] = article20;
type DocumentCell = CellIdOf<typeof documents>;

const source = (rule: string) => ({ document: document2021, place: `附件 二、第二十条第（一）项：${rule}` });

const documentRelations = documents.rows.flatMap((row): Relation<DocumentCell>[] => {
  const issued: Term<DocumentCell> = { cell: `article-20-1/${row.id}/issued`, label: '本年制发' };
  const repealed: Term<DocumentCell> = { cell: `article-20-1/${row.id}/repealed`, label: '本年废止', minus: true };
  const inForce: Term<DocumentCell> = { cell: `article-20-1/${row.id}/in-force`, label: '现行有效' };
  return [
    {
      id: `article-20-1/in-force/${row.id}`,
      level: 'confirm',
      place: row.label,
      left: { terms: [{ ...inForce, label: '去年现行有效', lastYear: true }, issued, repealed] },
      op: 'equal to',
      right: { terms: [inForce] },
      hint: '文件清理后重新核定的，请写情况说明。',
      source: source('现行有效件数与上一年度报告'),
    },
    {
      id: `article-20-1/issued/${row.id}`,
      level: 'confirm',
      place: row.label,
      left: { terms: [issued, repealed] },
      op: 'at most',
      right: { terms: [inForce] },
      hint: '现行有效件数应包括本年制发、年底仍然有效的文件。',
      source: source('本年制发件数、本年废止件数、现行有效件数'),
    },
  ];
});

export const relations = [
  ...documentRelations,
  ...requestRelations(requests, document2021),
  ...rowTotals(disputes, '四种结果相加', {
    document: document2021,
    place: '附件 四、政府信息公开行政复议、行政诉讼情况：总计',
  }),
] satisfies readonly Relation[];
