// A sentence on applications drafted from the tables, its figures to follow their cells.
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { rowsOf } from '../checks/text/boxes.ts';
import { figureText } from '../report/figure.ts';

/** Text as it is, or a figure that follows its cell. */
export type Piece = string | { readonly cell: string; readonly text: string };

/** Groups of results that have no box of their own: their sums do not follow. */
const groups: readonly (readonly [row: string, words: string])[] = [
  ['refused', '不予公开'],
  ['unavailable', '无法提供'],
  ['unprocessed', '不予处理'],
  ['other', '其他处理'],
];

/** Undefined while a total that it tells is not known. Results of which there were none are left out. */
export function requestSentence(law: Law, judged: Judgement): readonly Piece[] | undefined {
  const figure = (row: string): number | undefined => judged.at(`requests/${row}/total`).figure;
  const told = (row: string): Piece => {
    const id = `requests/${row}/total`;
    const cell = law.cell(id);
    return { cell: id, text: cell ? `${figureText(figure(row) ?? 0, cell)}${cell.unit}` : '' };
  };
  const rows = [...new Set(law.cells.flatMap(({ table, row }) => (table.id === 'requests' ? [row.id] : [])))];
  if (rows.length === 0 || rows.some((row) => figure(row) === undefined)) return undefined;
  const results: Piece[][] = [];
  for (const [row, words] of [
    ['granted', '予以公开'],
    ['partly-granted', '部分公开'],
  ] as const) {
    if ((figure(row) ?? 0) > 0) results.push([words, told(row)]);
  }
  for (const [group, words] of groups) {
    const sum = rowsOf(group, law).reduce((sum, row) => sum + (figure(row) ?? 0), 0);
    if (sum > 0) results.push([`${words}${sum}件`]);
  }
  return [
    '全年新收政府信息公开申请',
    told('received'),
    '，上年结转',
    told('carried-in'),
    '；办结',
    told('concluded'),
    ...(results.length > 0
      ? ['，其中', ...results.flatMap((result, at) => (at > 0 ? ['、', ...result] : result))]
      : []),
    '；结转下年度',
    told('carried-out'),
    '。',
  ];
}
