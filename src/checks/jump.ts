// A figure that is out of all proportion to last year's: 元 for 万元, a row pasted into another. Last year's may have been the wrong one.
import { figureNumber, figureText } from '../report/figure.ts';
import { cellName } from '../report/format.ts';
import type { Finding } from './finding.ts';
import type { Judgement } from './judge.ts';
import type { Law } from './law.ts';
import { isKnown } from './verdict.ts';

/** So many times last year's, or last year's so many times this one (formats §5.1 R7). */
const rise = 100;
const fall = 10_000;

/** Totals follow their parts and are not told again. */
export function jumpFindings(law: Law, { states, values, lastYear }: Judgement): readonly Finding[] {
  if (!lastYear) return [];
  return law.cells.flatMap((cell, at): Finding[] => {
    const [last, now] = [lastYear[at] ?? Number.NaN, values[at] ?? 0];
    if (cell.total || !isKnown(states[at]) || !(last > 0) || now <= 0) return [];
    const isRise = now >= last * rise;
    if (!isRise && now * fall > last) return [];
    const times = isRise ? `是去年的 ${Math.round(now / last)} 倍` : `只有去年的 ${Math.round(last / now)} 分之一`;
    const table = cell.table.section === 2 ? `${cell.table.title} ` : '';
    return [
      {
        kind: 'jump',
        id: `lint/jump/${cell.id}`,
        level: 'confirm',
        section: cell.table.section,
        sentence: `${table}${cellName(cell)}：${figureText(now, cell)} ${cell.unit}，去年 ${figureText(last, cell)} ${cell.unit}，${times}。`,
        cells: [cell.id],
        figures: { [cell.id]: figureNumber(now, cell) },
        ...(cell.unit === '万元' ? { hint: '请看是不是把元填成了万元，或把万元填成了元。' } : {}),
      },
    ];
  });
}

/** 「去年 34，多 5（＋14.7%）」; undefined where last year's is not known. */
export function sinceLastYear(
  law: Law,
  { states, values, lastYear }: Judgement,
  id: string | undefined,
): string | undefined {
  const at = law.indexOf.get(id ?? '') ?? -1;
  const cell = law.cells[at];
  const last = lastYear?.[at] ?? Number.NaN;
  if (!cell || Number.isNaN(last)) return undefined;
  const was = `去年 ${figureText(last, cell)}`;
  if (!isKnown(states[at])) return was;
  const change = (values[at] ?? 0) - last;
  if (change === 0) return `${was}，与今年相同`;
  const share =
    last === 0 ? '' : `（${change > 0 ? '＋' : '－'}${((Math.abs(change) / Math.abs(last)) * 100).toFixed(1)}%）`;
  return `${was}，今年${change > 0 ? '多' : '少'} ${figureText(Math.abs(change), cell)}${share}`;
}
