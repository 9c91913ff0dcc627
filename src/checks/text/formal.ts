// What is wrong with the report as such: the form of another year, a date after the one by which it was due, rules that such a body
// does not make.

import { withoutAsides } from '../../report/agency-name.ts';
import { dateWords } from '../../report/date-words.ts';
import type { Content } from '../../report/draft.ts';
import { dueOf } from '../../report/due.ts';
import { figureNumber } from '../../report/figure.ts';
import type { Finding } from '../finding.ts';
import type { Judgement } from '../judge.ts';
import type { Law } from '../law.ts';
import { isKnown } from '../verdict.ts';
import { textMark } from './sentences.ts';
import { lintFinding } from './text-finding.ts';

/** A year of the one form in the other. What is not set yet is no year. */
export function wrongForm({ name, years, source }: Law, year: number): Finding | undefined {
  if (year === 0 || (year >= years.first && year <= (years.last ?? year))) return undefined;
  const since = years.last === undefined ? `${years.first} 年度起` : `${years.first}—${years.last} 年度`;
  return {
    ...lintFinding('format', 'basics', `${year} 年度的报告用了${name}，这个格式用于${since}的报告。`),
    level: 'must',
    hint: '在“基本信息”里换格式或改年度。换格式不会丢数：新格式没有的格先收起来。',
    source,
  };
}

const law49 = { document: '中华人民共和国政府信息公开条例', place: '第四十九条' };

export function late(report: Pick<Content, 'agency' | 'year' | 'date' | 'due'>): Finding | undefined {
  const { date, due = '' } = report;
  const until = dueOf(report);
  if (report.year === 0 || !/^\d{4}-\d\d-\d\d$/.test(date) || date <= until) return undefined;
  const whose = due === '' ? '法定的' : '';
  return {
    ...lintFinding('deadline', 'basics', `成文日期 ${dateWords(date)} 晚于${whose}报送期限 ${dateWords(until)}。`),
    figures: { 'text/date': textMark(`${date} ${until}`) },
    hint: '上级另定了期限的，在“基本信息”里改报送期限。',
    source: law49,
  };
}

/** 立法法: 国务院部门, and governments of provinces, cities with districts and autonomous prefectures. */
export function regulations(law: Law, judged: Judgement, agency: string): Finding | undefined {
  if (agency.trim() === '' || canMakeRegulations(agency)) return undefined;
  const claimed = law.cells.flatMap((cell, at) => {
    const value = judged.values[at] ?? 0;
    const isOne = cell.id.startsWith('article-20-1/regulations/') && isKnown(judged.states[at]) && value > 0;
    return isOne ? [{ cell, figure: figureNumber(value, cell) }] : [];
  });
  const [first] = claimed;
  if (!first) return undefined;
  const sentence = `规章填了 ${first.figure} 件：规章只由国务院部门和省、设区的市、自治州人民政府制定，其他机关一般填 0。`;
  return {
    ...lintFinding('regulations', 2, sentence),
    cells: claimed.map(({ cell }) => cell.id),
    figures: Object.fromEntries(claimed.map(({ cell, figure }) => [cell.id, figure])),
    source: { document: '中华人民共和国立法法', place: '第九十一条、第九十三条' },
  };
}

function canMakeRegulations(agency: string): boolean {
  const name = withoutAsides(agency).trim();
  if (/^(?:国家|中华人民共和国|国务院|中国)|^[一-龥]{2,6}部$/.test(name)) return true;
  // A whole area may be titled without 人民政府: 海南省. A city may be one with districts or of a county's rank: its name does not tell.
  const area = /^(.*?)(?:(?:人民)?政府(?:办公厅|办公室)?)?$/.exec(name)?.[1] ?? '';
  if (/(?:自治区|[省州])$/.test(area)) return true;
  return /市$/.test(area) || (area !== name && !/(?:县|旗|区|乡|镇|街道)$/.test(area));
}
