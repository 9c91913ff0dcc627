// Next year's report begun from this one: the same agency, the format made for that year, and what this year hands on.
// The only figures that one year's form hands to the next are 四、结转下年度, column by column; every other box starts blank.
import { judgeAnswers } from '../checks/judge.ts';
import { formatForYear, lawOf } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import { emptyContent } from '../report/draft.ts';
import { figureText } from '../report/figure.ts';
import { cellName } from '../report/format.ts';

/** Throws for a format that the registry does not have. What was carried, and what was not, stands in its note. */
export function nextYear(last: Content): Content {
  const year = last.year + 1;
  const lastLaw = lawOf(last.format);
  const law = lawOf(formatForYear(year));
  const judged = judgeAnswers(lastLaw, last.answers);
  const answers: Record<string, string> = {};
  const said: string[] = [`由 ${last.year} 年度的报告新建。`];
  if (law.id !== lastLaw.id) said.push(`格式：${lastLaw.name} → ${law.name}。`);
  for (const cell of law.cells) {
    const from = carriedFrom(cell.id);
    const source = from === undefined ? undefined : lastLaw.cell(from);
    // 总计 is computed from what is carried.
    if (!source || cell.total) continue;
    const words = `${cellName(cell)} ← ${last.year} 年度“${cellName(source)}”`;
    const { figure } = judged.at(source.id);
    if (figure !== undefined) {
      answers[cell.id] = figureText(figure, source);
      said.push(`${words}：${answers[cell.id]}`);
    } else said.push(`${words}：去年没有可用的数，没有填`);
  }
  return {
    ...emptyContent(last.agency, year, law.id),
    // What the office above set once it most often sets again.
    ...(last.due === undefined ? {} : { due: yearLater(last.due) }),
    answers,
    note: said.join('\n'),
  };
}

/** The same day; nobody is to hand in on 29 February. */
const yearLater = (date: string): string =>
  date.replace(/^\d{4}/, (year) => String(Number(year) + 1)).replace('-02-29', '-02-28');

/** The box of the year before whose figure this box takes over. */
function carriedFrom(cell: string): string | undefined {
  const column = /^requests\/carried-in\/(.+)$/.exec(cell)?.[1];
  return column === undefined ? undefined : `requests/carried-out/${column}`;
}
