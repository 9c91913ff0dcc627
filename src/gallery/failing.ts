// Answers with which every relation of a format fails, to look at: made from the law, so a new check is in it at once.
import type { Law } from '../checks/law.ts';
import type { Content } from '../report/draft.ts';
import { emptyContent } from '../report/draft.ts';

/** What last year's report must have been for the year-on-year checks to fail too. */
export const impossibleLastYear = (law: Law): Float64Array => new Float64Array(law.cells.length).fill(77_777);

export function failingContent(law: Law, year: number): Content {
  // Uneven steps: no sum of them is another of them.
  const answers = Object.fromEntries(law.cells.map(({ id }, at) => [id, String(((at * 37) % 101) + 1)]));
  for (const { op, left, right } of law.relations) {
    if (op !== 'at most') continue;
    for (const { cell, minus } of left.terms) answers[cell] = minus ? '1' : '900';
    for (const { cell } of right.terms) answers[cell] = '2';
  }
  return { ...emptyContent('云溪市数据服务局（示例）', year, law.id), answers };
}
